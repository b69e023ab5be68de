package dev.universalapi.host.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.universalapi.engine.credential.OwnCredential;
import dev.universalapi.engine.manifest.Credential;
import java.util.Map;

/// A credential as auth-service hands it over.
///
/// @param order `before` or `after` the operator's
/// @param onDead `operator`, or `fail` where the provider is then not asked
/// @param state `well` or `dead`
/// @param version by which auth-service knows of which one it is told something
@JsonIgnoreProperties(ignoreUnknown = true)
record Delivered(Map<String, String> values, String order, String onDead, String state, long version) {
    Delivered {
        values = Map.copyOf(values);
    }

    OwnCredential credential() {
        return new OwnCredential(Credential.own(values, onDead.equals("fail")), order.equals("before"));
    }

    boolean dead() {
        return state.equals("dead");
    }

    /// Nothing of the values, wherever it is written.
    @Override
    public String toString() {
        return "Delivered[version=%d]".formatted(version);
    }
}
