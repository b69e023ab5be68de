package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/// Whether who leaves answers for longer than others remember it, and is not killed before it has finished.
record Departure(Code code, Overlay overlay) {
    /// The gateway's list of instances, and what two peers take to tell each other.
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /// `spring.lifecycle.timeout-per-shutdown-phase` of platform's defaults, and the time for events that wait.
    private static final Duration FINISHING = Duration.ofSeconds(25 + 10);

    private static final String FETCH = "eureka.client.registry-fetch-interval-seconds";
    /// Whom others call by the address of a Service, which every node has to hear of.
    private static final Set<String> BY_SERVICE = Set.of(Code.GATEWAY, Code.DISCOVERY, Code.CONFIG);

    Finding finding() {
        var broken = new ArrayList<String>();
        var tried = 0;
        var longest = code.parts().stream()
                .map(part -> code.setting(part, FETCH))
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(30);
        var remembered = Duration.ofSeconds(longest).plus(REMEMBERED);
        for (var workload : overlay.serving()
                .filter(one -> code.parts().contains(Overlay.part(one)))
                .toList()) {
            tried++;
            var container = Overlay.pod(workload).path("containers").path(0);
            var settings = new Pods(overlay).settings(container);
            var asleep = Duration.ofSeconds(container
                    .path("lifecycle")
                    .path("preStop")
                    .path("sleep")
                    .path("seconds")
                    .asInt(0));
            var lingering =
                    time(settings, "UNIVERSAL_LEAVING_LINGER").plus(time(settings, "UNIVERSAL_GATEWAY_ROUTE_DRAIN"));
            var open = BY_SERVICE.contains(Overlay.part(workload)) ? asleep : lingering;
            if (open.compareTo(remembered) <= 0) {
                broken.add("%s: is open for %s after it has left, and remembered for %s"
                        .formatted(overlay.where(workload), open, remembered));
            }
            var whole = asleep.plus(lingering).plus(FINISHING);
            if (grace(workload).compareTo(whole) < 0) {
                broken.add("%s: is killed after %s, and needs %s"
                        .formatted(overlay.where(workload), grace(workload), whole));
            }
        }
        return new Finding(overlay.name() + ": who leaves answers until all have heard, and finishes", tried, broken);
    }

    private static Duration grace(JsonNode workload) {
        return Duration.ofSeconds(
                Overlay.pod(workload).path("terminationGracePeriodSeconds").asInt(30));
    }

    private static Duration time(Map<String, String> settings, String name) {
        return settings.containsKey(name)
                ? DurationStyle.detectAndParse(settings.getOrDefault(name, ""))
                : Duration.ZERO;
    }
}
