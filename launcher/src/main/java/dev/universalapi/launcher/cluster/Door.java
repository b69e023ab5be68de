package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.operator.Operator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// The gateway's Service, reached from here by a forwarded port.
///
/// @param forward the `kubectl` that forwards
/// @param address on this machine
record Door(Process forward, URI address) implements AutoCloseable {
    static final String QUESTION = "/api/weather/current?latitude=48.85&longitude=2.35";
    private static final Pattern FORWARDING = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+) ->.*");

    static Door open(Kubectl kubectl) {
        var forward = kubectl.start("port-forward", "--address=127.0.0.1", "service/gateway", ":8080");
        try {
            var said = forward.inputReader(StandardCharsets.UTF_8).readLine();
            var port = FORWARDING.matcher(said == null ? "" : said);
            if (!port.matches()) {
                var why = new String(forward.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                var ran = new Kubectl.Ran(forward.onExit().join().exitValue(), "", why);
                throw new LauncherException("The gateway's Service cannot be reached: " + ran.complaint());
            }
            return new Door(forward, URI.create("http://127.0.0.1:" + port.group(1)));
        } catch (IOException e) {
            forward.destroy();
            throw new LauncherException("The gateway's Service cannot be reached: " + LauncherException.why(e), e);
        }
    }

    /// Asks until there is an answer: a gateway hears of services some seconds after they are ready.
    Operator.Answer ask(String key, Duration limit, Duration step) {
        var operator = new Operator(address, key);
        var begun = Instant.now();
        while (true) {
            var late = Duration.between(begun, Instant.now()).compareTo(limit) > 0;
            try {
                var answer = operator.ask("GET", QUESTION, "application/json");
                if (answer.isGood() || late) {
                    return answer;
                }
            } catch (LauncherException e) {
                if (late) {
                    throw e;
                }
            }
            Rollouts.pause(step);
        }
    }

    @Override
    public void close() {
        forward.destroy();
    }
}
