package dev.universalapi.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Asks one address over some connections as fast as it is answered.
record Wrk(Path program) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern PERCENTILE = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern WRONG = Pattern.compile("(Non-2xx or 3xx responses: \\d+|Socket errors: [^\\n]*)");

    /// What it measured.
    ///
    /// @param perSecond requests answered
    /// @param wrong what it said of failures; empty if all was well
    record Result(double perSecond, double p50Millis, double p99Millis, String wrong) {}

    Result run(URI address, int connections, int seconds, Map<String, String> headers)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                program.toString(), "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "10s", "--latency"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add(address.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return read(said);
    }

    static Result read(String said) throws IOException {
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("wrk said: " + said);
        }
        var wrong = WRONG.matcher(said);
        return new Result(
                Double.parseDouble(rate.group(1)),
                percentile(said, "50"),
                percentile(said, "99"),
                wrong.find() ? wrong.group(1) : "");
    }

    private static double percentile(String said, String wanted) {
        return PERCENTILE
                .matcher(said)
                .results()
                .filter(match -> match.group(1).equals(wanted))
                .mapToDouble(Wrk::millis)
                .findFirst()
                .orElse(0);
    }

    private static double millis(MatchResult match) {
        var number = Double.parseDouble(match.group(2));
        return switch (match.group(3)) {
            case "us" -> number / 1000;
            case "s" -> number * 1000;
            default -> number;
        };
    }
}
