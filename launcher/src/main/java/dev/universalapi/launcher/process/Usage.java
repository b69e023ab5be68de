package dev.universalapi.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// What a process uses of the machine.
///
/// @param residentMegabytes memory that is really there, in MiB; 0 when it cannot be read
/// @param cpuSeconds since it began; 0 when it cannot be read
public record Usage(long residentMegabytes, double cpuSeconds) {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final int KILO = 1024;

    /// Of a process that runs now.
    public static Usage of(long pid) {
        var cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new Usage(residentKilobytes(pid) / KILO, cpu.toMillis() / 1000.0);
    }

    private static long residentKilobytes(long pid) {
        var file = Path.of("/proc", String.valueOf(pid), "status");
        try {
            if (Files.exists(file)) {
                var found = RESIDENT.matcher(Files.readString(file));
                return found.find() ? Long.parseLong(found.group(1)) : 0;
            }
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return said.matches("\\d+") ? Long.parseLong(said) : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
