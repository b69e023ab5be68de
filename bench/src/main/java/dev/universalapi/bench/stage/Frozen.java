package dev.universalapi.bench.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A part that is cut off: its processes are stopped and go on when this is closed (SIGSTOP, SIGCONT). To everybody
/// else
/// it is as if the network had swallowed what they send: nothing is refused, nothing is answered, connections stay
/// open.
///
/// @param pids of all of them
public record Frozen(List<Long> pids) implements AutoCloseable {
    private static final String STOP = "-STOP";

    /// Stops a process and all that it made.
    public static Frozen freeze(long pid) throws IOException, InterruptedException {
        // the first of them makes the others, so it is stopped before they are counted
        signal(STOP, List.of(pid));
        var all = ProcessHandle.of(pid).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        signal(STOP, all);
        return new Frozen(all);
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

    @Override
    public void close() throws IOException {
        try {
            signal("-CONT", pids);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
