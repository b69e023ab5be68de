package dev.universalapi.platform.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;

/// Discovery that only tells who comes and goes.
///
/// @param said `came notes`, `left notes`
public record Discovery(Consumer<String> said) implements ServiceRegistry<Registration> {

    @Override
    public void register(@Nullable Registration registration) {
        said.accept("came " + Objects.requireNonNull(registration).getServiceId());
    }

    @Override
    public void deregister(@Nullable Registration registration) {
        said.accept("left " + Objects.requireNonNull(registration).getServiceId());
    }

    @Override
    public void close() {}

    @Override
    public void setStatus(Registration registration, String status) {}

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T getStatus(Registration registration) {
        throw new UnsupportedOperationException("nobody asks");
    }

    /// Who is registered.
    public record Here() implements Registration {
        @Override
        public String getServiceId() {
            return "notes";
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
}
