package dev.universalapi.engine.manifest;

import java.util.List;

/// Manifests or samples that cannot be used. Every line of the message is `file:line: what is wrong; what to
/// write instead`.
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    public ManifestException(List<String> errors) {
        super(String.join("\n", errors));
        this.errors = List.copyOf(errors);
    }

    /// One line each.
    public List<String> errors() {
        return errors;
    }
}
