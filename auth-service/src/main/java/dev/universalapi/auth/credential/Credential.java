package dev.universalapi.auth.credential;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may be seen of a credential.
///
/// @param provider its id
/// @param values by name, masked: `…1a2b`, or `…` alone where the value is short
/// @param order whether it is used before or after the operator's
/// @param onDead what is done while the provider refuses it
/// @param state whether the provider took it when it was last used
/// @param deadSince since when not; null where it does
/// @param verifiedAt when it was tried out; null where the provider has nothing that can be asked without effect
/// @param createdBy the id of the key that brought it
record Credential(
        String provider,
        Map<String, String> values,
        Order order,
        OnDead onDead,
        State state,
        @Nullable Instant deadSince,
        @Nullable Instant verifiedAt,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        @JsonIgnore long version) {

    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 12;

    /// When it is used.
    enum Order {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER;

        /// As it is kept and sent: `before`.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is done while the provider refuses it.
    enum OnDead {
        /// The operator's is used.
        @JsonProperty("operator")
        OPERATOR,
        /// The provider is not asked.
        @JsonProperty("fail")
        FAIL;

        /// As it is kept and sent: `operator`.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it is.
    enum State {
        @JsonProperty("well")
        WELL,
        @JsonProperty("dead")
        DEAD
    }

    Credential {
        values = Map.copyOf(values);
    }

    /// What is shown of a value.
    static String masked(String value) {
        return value.length() < LONG_ENOUGH ? "…" : "…" + value.substring(value.length() - SHOWN);
    }
}
