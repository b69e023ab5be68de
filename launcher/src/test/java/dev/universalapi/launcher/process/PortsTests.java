package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTests {
    private final Ports ports = new Ports(new Random(7));

    @Test
    void neverGivesAPortTwice() {
        var given = Stream.generate(ports::any).limit(50).toList();

        assertThat(given).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void saysWhatToDoAboutABusyPort() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.wanted(busy.getLocalPort()))
                    .isInstanceOf(LauncherException.class)
                    .hasMessage("port %d is used by another program; end that one, or choose another port with --port N"
                            .formatted(busy.getLocalPort()));
        }
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> ports.wanted(70_000)).hasMessage("a port is a number from 1 to 65535, not 70000");
        assertThatThrownBy(() -> ports.wanted(0)).hasMessage("a port is a number from 1 to 65535, not 0");
    }

    @Test
    void givesTheWantedOneOnce() {
        var free = new Ports().any();

        assertThat(ports.wanted(free)).isEqualTo(free);
        assertThatThrownBy(() -> ports.wanted(free)).hasMessageContaining("is used");
    }
}
