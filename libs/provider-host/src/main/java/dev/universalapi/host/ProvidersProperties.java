package dev.universalapi.host;

import dev.universalapi.platform.security.Caller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which providers are asked here, and how they are reached.
///
/// @param mode `live`, the world itself, or `sandbox`, the samples
/// @param sandbox the address of the sandbox, `http://127.0.0.1:port`; needed in sandbox mode, and for test keys in
/// live mode
/// @param secrets the folder with the keys of providers, one file a name; the environment wins over it
/// @param folder with manifests of the operator, a folder for each provider; taken over while running
/// @param look how long to wait before looking at that folder again
/// @param cursorKey the file with the secret that signs cursors, the same for all replicas; without it cursors end
/// with the process that wrote them
/// @param host the categories whose operations are answered here; all if there is none
/// @param places the operation that says where a place is, for callers who name one in place of coordinates; where it
/// is not answered here, they cannot
/// @param remote the host that is asked, as discovery knows it; empty where providers are asked by this process itself
@ConfigurationProperties("universal.providers")
public record ProvidersProperties(
        @DefaultValue("live") Mode mode,
        @Nullable URI sandbox,
        @Nullable Path secrets,
        @Nullable Path folder,
        @DefaultValue("2s") Duration look,
        @Nullable Path cursorKey,
        @DefaultValue List<String> host,
        @DefaultValue("place/search") String places,
        @DefaultValue("") String remote) {

    /// Where answers come from.
    public enum Mode {
        LIVE,
        SANDBOX;

        /// As in settings and answers.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The mode of a caller's answers where this is the host's: for test keys always the sandbox.
        public Mode of(Caller caller) {
            return switch (caller.environment()) {
                case LIVE -> this;
                case TEST -> SANDBOX;
            };
        }
    }

    public ProvidersProperties {
        if (mode == Mode.SANDBOX && sandbox == null && remote.isEmpty()) {
            throw new IllegalArgumentException("universal.providers.sandbox is needed in sandbox mode: its address");
        }
        host = List.copyOf(host);
    }
}
