package dev.universalapi.bench.manifests.compose;

import dev.universalapi.bench.manifests.Addresses;
import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.Run;
import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether services of compose share a network with whom they call, and stores with nobody else.
record Networks(Code code, Settings settings, Compose compose) {
    private static final String PREFIX = "compose: ";

    Finding finding() {
        var broken = new ArrayList<String>();
        var callers = new TreeMap<String, TreeSet<String>>();
        var tried = 0;
        var runs = compose.runs();
        var names = runs.stream().map(Run::name).collect(Collectors.toSet());
        for (var run : runs) {
            var from = run.where().substring(PREFIX.length());
            var reached = compose.neighbours(from);
            for (var part : settings.calls(run.part(), run.said(), names)) {
                tried++;
                if (runs.stream()
                        .noneMatch(other -> other.name().equals(part)
                                && reached.contains(other.where().substring(PREFIX.length())))) {
                    broken.add("%s calls %s, and shares no network with it".formatted(from, part));
                }
            }
            for (var address : Addresses.of(code, run.settings().values())) {
                tried++;
                callers.computeIfAbsent(address.host(), _ -> new TreeSet<>()).add(from);
                if (!reached.contains(address.host())) {
                    broken.add("%s calls %s, and shares no network with it".formatted(from, address.host()));
                }
            }
        }
        callers.forEach((store, from) -> runs.stream()
                .map(run -> run.where().substring(PREFIX.length()))
                .filter(service -> compose.neighbours(store).contains(service) && !from.contains(service))
                .filter(service -> from.stream()
                        .noneMatch(caller -> compose.networks(caller).equals(compose.networks(service))))
                .forEach(service -> broken.add("%s reaches %s, and never calls it".formatted(service, store))));
        return new Finding(
                "compose: who calls whom shares a network, and stores are reached by nobody else", tried, broken);
    }
}
