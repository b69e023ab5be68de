package dev.universalapi.engine.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One way in which a provider knows us: a value for each of its `$NAME`s that is set. A provider may have several;
/// each has quotas, permits and a life of its own.
///
/// @param id made of the values and telling nothing of them: the same values, the same id, in every process
/// @param values by name
/// @param owner whose it is
/// @param alone whether the provider is asked with no other once it refuses this one
public record Credential(String id, Map<String, String> values, Owner owner, boolean alone) {
    /// For a provider that is asked without any.
    public static final Credential NONE = new Credential("none", Map.of());

    private static final String OWN = "own-";

    private static final int ID_BYTES = 8;

    /// Whose a credential is.
    public enum Owner {
        OPERATOR,
        ORGANISATION,
        /// Nobody's: there is none.
        NONE;

        /// As in answers: `operator`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Credential {
        values = Map.copyOf(values);
    }

    /// The operator's, or nobody's where it is without values.
    public Credential(String id, Map<String, String> values) {
        this(id, values, values.isEmpty() ? Owner.NONE : Owner.OPERATOR, false);
    }

    /// An organisation's own. It is another than the operator's, though both have the same values.
    public static Credential own(Map<String, String> values, boolean alone) {
        return new Credential(OWN + digest(values), values, Owner.ORGANISATION, alone);
    }

    /// Whether an id is that of an organisation's own.
    public static boolean isOwn(String id) {
        return id.startsWith(OWN);
    }

    /// The credential of these values.
    static Credential of(Map<String, String> values) {
        return new Credential(digest(values), values);
    }

    private static String digest(Map<String, String> values) {
        var text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
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
