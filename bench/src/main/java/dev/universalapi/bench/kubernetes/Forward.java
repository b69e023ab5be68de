package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A port of a Service, as a port of this machine.
record Forward(Process process, int port) implements AutoCloseable {
    private static final Pattern FORWARDING = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+) ->.*");

    static Forward open(Cluster cluster, String service, int port) throws IOException {
        var process = cluster.start("port-forward", "--address=127.0.0.1", "service/" + service, ":" + port);
        var said = process.inputReader(StandardCharsets.UTF_8).readLine();
        var found = FORWARDING.matcher(said == null ? "" : said);
        if (!found.matches()) {
            process.destroy();
            throw new IOException("port %d of %s is not forwarded: %s".formatted(port, service, said));
        }
        return new Forward(process, Integer.parseInt(found.group(1)));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
