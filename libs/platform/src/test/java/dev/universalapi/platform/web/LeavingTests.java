package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.SmartLifecycle;

class LeavingTests {
    private final List<String> events = new ArrayList<>();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LeavingAutoConfiguration.class))
            .withBean("port", SmartLifecycle.class, () -> new Port(events));

    @Test
    void leavesDiscoveryBeforeThePortShuts() {
        application
                .withBean(Registration.class, Here::new)
                .withBean(Registry.class, () -> new Registry(events))
                .run(_ -> assertThat(events).isEmpty());

        assertThat(events).containsExactly("left search-service", "port shut");
    }

    @Test
    void hasNothingToLeaveWithoutDiscovery() {
        application.run(_ -> assertThat(events).isEmpty());

        assertThat(events).containsExactly("port shut");
    }

    private record Registry(List<String> events) implements ServiceRegistry<Registration> {
        @Override
        public void register(@Nullable Registration registration) {
            throw new UnsupportedOperationException("only leaving is tested");
        }

        @Override
        public void deregister(@Nullable Registration registration) {
            events.add("left " + Objects.requireNonNull(registration).getServiceId());
        }

        @Override
        public void close() {}

        @Override
        public void setStatus(Registration registration, String status) {}

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> T getStatus(Registration registration) {
            throw new UnsupportedOperationException("only leaving is tested");
        }
    }

    private record Here() implements Registration {
        @Override
        public String getServiceId() {
            return "search-service";
        }

        @Override
        public String getHost() {
            return "127.0.0.1";
        }

        @Override
        public int getPort() {
            return 8081;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public URI getUri() {
            return URI.create("http://127.0.0.1:8081");
        }

        @Override
        public Map<String, String> getMetadata() {
            return Map.of();
        }
    }

    /// Stops in the phase of Boot's web server.
    private static final class Port implements SmartLifecycle {
        private final List<String> events;
        private boolean running;

        Port(List<String> events) {
            this.events = events;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            events.add("port shut");
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return SmartLifecycle.DEFAULT_PHASE - 1024;
        }
    }
}
