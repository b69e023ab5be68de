package dev.universalapi.auth.permission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is usually allowed together. A key that is made for a role gets its scopes, and keeps them when the role
/// changes.
public enum Role {
    /// Everything that is the organisation's own.
    OWNER("*:*"),
    /// Everything but the organisation itself.
    ADMIN("*:read *:use utility:write keys:write projects:write credentials:write limits:write requests:write"),
    /// Asks whatever there is to ask, and looks at everything.
    DEVELOPER("*:read *:use utility:write"),
    /// Asks what changes nothing, and looks at everything.
    VIEWER("*:read");

    private final String scopes;

    Role(String scopes) {
        this.scopes = scopes;
    }

    /// What it allows.
    public List<String> scopes() {
        return List.of(scopes.split(" "));
    }

    /// As it is written: `developer`.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of this label, if there is one.
    public static Optional<Role> find(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
