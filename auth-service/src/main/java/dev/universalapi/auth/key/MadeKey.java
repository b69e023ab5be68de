package dev.universalapi.auth.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A key that was made, with the key itself: the one time that it is shown.
///
/// @param seen what may be seen later, too
/// @param text the key itself; null where it was asked for again, for nobody knows it any more
/// @param replaces the id of the key that it was rotated from
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MadeKey(
        @JsonUnwrapped Key seen,

        @JsonProperty("key") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String text,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replaces) {

    /// Whether it was made before, under the same Idempotency-Key.
    @JsonIgnore
    public boolean isRepeated() {
        return text == null;
    }

    /// Keys are in no log.
    @Override
    public String toString() {
        return "MadeKey[" + seen.id() + "]";
    }
}
