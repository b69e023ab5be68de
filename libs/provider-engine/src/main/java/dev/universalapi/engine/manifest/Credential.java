package dev.universalapi.engine.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One way in which a provider knows us: a value for each of its `$NAME`s that is set. A provider may have several;
/// each has quotas, permits and a life of its own.
///
/// @param id made of the values and telling nothing of them: the same values, the same id, in every process
/// @param values by name
public record Credential(String id, Map<String, String> values) {
    /// For a provider that is asked without any.
    public static final Credential NONE = new Credential("none", Map.of());

    private static final int ID_BYTES = 8;

    public Credential {
        values = Map.copyOf(values);
    }

    /// The credential of these values.
    static Credential of(Map<String, String> values) {
        var text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new Credential(HexFormat.of().formatHex(digest, 0, ID_BYTES), values);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The value of a name, where it is set.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Its id alone.
    @Override
    public String toString() {
        return id;
    }
}
