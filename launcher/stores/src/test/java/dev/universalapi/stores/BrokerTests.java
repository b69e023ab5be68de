package dev.universalapi.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTests {
    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

    @TempDir
    Path folder;

    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:29093
                listeners=PLAINTEXT://127.0.0.1:29092,CONTROLLER://127.0.0.1:29093
                controller.listener.names=CONTROLLER
                log.dirs=%s
                """.formatted(folder.resolve("log")));
    }

    @Test
    void preparesItsFolderOnce() throws IOException {
        var settings = settings();

        Broker.format(settings, CLUSTER);
        Broker.format(settings, "another");

        assertThat(folder.resolve("log/meta.properties")).content().contains("cluster.id=" + CLUSTER);
    }

    @Test
    void saysWhyItsFolderCannotBePrepared() throws IOException {
        var settings = settings();
        Files.writeString(folder.resolve("log"), "in the way");

        assertThatThrownBy(() -> Broker.format(settings, CLUSTER))
                .hasMessage("No available log directories to format.");
    }
}
