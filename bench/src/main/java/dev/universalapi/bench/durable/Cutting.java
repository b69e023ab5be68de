package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A store is cut off: its processes are stopped and go on later (SIGSTOP, SIGCONT). To everybody else it is as if the
/// network had swallowed what they send: nothing is refused, nothing is answered, connections stay open.
final class Cutting {
    private static final String POSTGRES = "postgres";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Act act;

    Cutting(Act act) {
        this.act = act;
    }

    void play() throws Exception {
        var cut = Duration.ofSeconds(act.scale().of(30, 5));
        act.report().section("Cut off for %d s each".formatted(cut.toSeconds()));
        for (var store : List.of("kafka", "redis", POSTGRES)) {
            var traffic = act.under(store, () -> cut(store, cut));
            if (store.equals(POSTGRES)) {
                act.report()
                        .check(
                                "no request fails without PostgreSQL",
                                traffic.answered() == traffic.size(),
                                traffic.toString());
            }
            act.counted("after the cut of " + store);
        }
        var used = Patience.secondsUntil(
                LONGEST, () -> act.stage().healthy("search-service", told -> told.contains("\"state\":\"connected\"")));
        act.report().check("Redis is used again", used >= 0, act.stage().health("search-service"));
    }

    private void cut(String store, Duration lasts) throws IOException, InterruptedException {
        var pid = act.suite().pid(act.suite().instances(store).getFirst());
        // the first of them makes the others, so it is stopped before they are counted
        signal("-STOP", List.of(pid));
        var all = ProcessHandle.of(pid).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        try {
            signal("-STOP", all);
            Thread.sleep(lasts);
        } finally {
            signal("-CONT", all);
        }
    }

    // one by one: what ended meanwhile, as helpers of PostgreSQL do, needs no signal
    private static void signal(String which, List<Long> pids) throws IOException, InterruptedException {
        for (var pid : pids) {
            var command = List.of("kill", which, String.valueOf(pid));
            var told = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
            if (told.waitFor() != 0 && alive) {
                throw new IOException(command + ": " + said);
            }
        }
    }
}
