package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.health.contributor.Status;

class TransportHealthTests {

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void linuxHasEpoll() {
        assertThat(new TransportHealth("Linux").health().getDetails()).containsEntry("transport", "epoll");
    }

    @Test
    void otherSystemsAreReadyWithWhatTheyHave() {
        assertThat(new TransportHealth("Mac OS X").health().getStatus()).isEqualTo(Status.UP);
    }
}
