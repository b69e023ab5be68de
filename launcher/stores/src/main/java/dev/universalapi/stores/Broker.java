package dev.universalapi.stores;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/// One Kafka broker that is its own controller.
///
/// Its data folder is prepared at the first start, in the same process, since a Java of its own takes as long again. It
/// says its process number as its rack, so that whoever asks can tell it from another that answers at its port.
public final class Broker {
    private Broker() {}

    /// @param arguments the file with its settings, the id of its cluster, then whatever Kafka's own program takes
    public static void main(String[] arguments) throws IOException {
        var settings = Path.of(arguments[0]);
        format(settings, arguments[1]);
        var rest = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
        rest.addAll(
                0,
                List.of(
                        settings.toString(),
                        "--override",
                        "broker.rack=" + ProcessHandle.current().pid()));
        Kafka.main(rest.toArray(String[]::new));
    }

    /// Prepares the data folder for a cluster, unless that was done.
    static void format(Path settings, String cluster) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        if (Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            return;
        }
        var said = new ByteArrayOutputStream();
        var code = StorageTool.execute(
                new String[] {"format", "--cluster-id", cluster, "--config", settings.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("the data folder cannot be prepared: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
