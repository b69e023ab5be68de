package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shows the end of the logs, of one part or of all, and with `-f` what comes after.
public final class Logs implements Command {
    private static final int TAIL_BYTES = 8 * 1024;
    private static final int CHUNK_BYTES = 1024 * 1024;
    private static final Duration STEP = Duration.ofMillis(300);

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of("-f"), Set.of(HOME));
        var home = Command.home(arguments);
        Map<Path, Long> read = new LinkedHashMap<>();
        try {
            for (var log : chosen(home, arguments.words())) {
                var from = Math.max(0, Files.size(log) - TAIL_BYTES);
                read.put(log, show(log, from, from > 0, terminal));
            }
            while (arguments.has("-f")) {
                Thread.sleep(STEP);
                for (var log : chosen(home, arguments.words())) {
                    var seen = read.getOrDefault(log, 0L);
                    read.put(log, show(log, Files.size(log) < seen ? 0 : seen, false, terminal));
                }
            }
            return 0;
        } catch (IOException e) {
            throw new LauncherException(
                    "The logs in " + home.logs() + " cannot be read: " + LauncherException.why(e), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static List<Path> chosen(Home home, List<String> names) throws IOException {
        var logs = new ArrayList<Path>();
        if (Files.isDirectory(home.logs())) {
            try (var files = Files.newDirectoryStream(home.logs(), "*.log")) {
                files.forEach(logs::add);
            }
        }
        logs.sort(null);
        var all = logs.stream().map(Logs::name).toList();
        logs.removeIf(log -> !names.isEmpty() && !names.contains(name(log)));
        if (logs.isEmpty()) {
            throw new LauncherException(
                    all.isEmpty() ? "There are no logs yet" : "There is no log of " + names + "; there are: " + all);
        }
        return logs;
    }

    private static String name(Path log) {
        return log.getFileName().toString().replaceFirst("\\.log$", "");
    }

    private static long show(Path log, long from, boolean midLine, Terminal terminal) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.min(CHUNK_BYTES, file.length() - from)];
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var end = text.lastIndexOf('\n') + 1;
            text.substring(0, end)
                    .lines()
                    .skip(midLine ? 1 : 0)
                    .forEach(line -> terminal.say(name(log) + " | " + line));
            return from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
