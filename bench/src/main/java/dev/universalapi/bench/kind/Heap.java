package dev.universalapi.bench.kind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a process holds: what is left on its heap after it was cleared of all that nobody can reach.
final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private Heap() {}

    /// Bytes that are alive in another Java process.
    static long live(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var found = TOTAL.matcher(said);
        if (process.waitFor() != 0 || !found.find()) {
            throw new IOException(
                    "no histogram of " + pid + ": " + said.lines().findFirst().orElse(""));
        }
        return Long.parseLong(found.group(1));
    }
}
