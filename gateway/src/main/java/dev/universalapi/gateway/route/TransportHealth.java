package dev.universalapi.gateway.route;

import io.netty.channel.epoll.Epoll;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.ClassUtils;

/// Not ready on a transport that costs most of the throughput, unless `-Dreactor.netty.native=false` asks for it.
final class TransportHealth implements HealthIndicator {

    private static final String IO_URING = "io.netty.channel.uring.IoUring";

    private final String system;

    TransportHealth(String system) {
        this.system = system;
    }

    @Override
    public Health health() {
        boolean chosen = !Boolean.parseBoolean(System.getProperty("reactor.netty.native", "true"));
        String transport = transport(chosen);
        boolean expected = chosen || !system.startsWith("Linux") || "epoll".equals(transport);
        return Health.status(expected ? Status.UP : Status.OUT_OF_SERVICE)
                .withDetail("transport", transport)
                .build();
    }

    private static String transport(boolean nio) {
        if (nio) {
            return "nio";
        }
        if (ClassUtils.isPresent(IO_URING, TransportHealth.class.getClassLoader())) {
            return "io_uring";
        }
        return Epoll.isAvailable() ? "epoll" : "nio";
    }
}
