package dev.universalapi.platform.security;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a key may do, or a route wants: `resource:action`, such as `weather:read` or `provider.open-meteo:use`.
///
/// Actions are `read`, `write` and, of providers alone, `use`. `*` stands for a whole resource or a whole action and
/// `provider.*` for every provider; there is no other wildcard. Operating the suite is never meant by `*`.
///
/// @param resource a category, `search`, `keys`, …, `provider.<id>`, or one of the wildcards
/// @param action `read`, `write`, `use` or `*`
public record Scope(String resource, String action) {
    private static final String ALL = "*";
    private static final String PROVIDER = "provider.";
    private static final String OPERATOR = "operator";
    private static final String WORD = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern FORM = Pattern.compile("\\*:(?:read|write|use|\\*)"
            + "|provider\\.(?:\\*|" + WORD + "):(?:use|\\*)"
            + "|" + WORD + ":(?:read|write|\\*)");

    /// To use every provider there is.
    static final Scope EVERY_PROVIDER = new Scope(PROVIDER + ALL, "use");

    /// @throws IllegalArgumentException if it is none
    public Scope {
        if (!FORM.matcher(resource + ":" + action).matches()) {
            throw new IllegalArgumentException("no scope: " + resource + ":" + action);
        }
    }

    /// The scope that a text is, if it is one.
    public static Optional<Scope> parse(String text) {
        var colon = text.indexOf(':');
        return FORM.matcher(text).matches()
                ? Optional.of(new Scope(text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }

    /// The scope that a constant of ours is.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Scope of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no scope: " + text));
    }

    /// Whether who has this one may do all that is wanted.
    public boolean covers(Scope wanted) {
        return (action.equals(ALL) || action.equals(wanted.action)) && coversResource(wanted.resource);
    }

    /// The id of the one provider that it opens, where it opens one.
    Optional<String> provider() {
        return resource.startsWith(PROVIDER) && !resource.equals(PROVIDER + ALL)
                ? Optional.of(resource.substring(PROVIDER.length()))
                : Optional.empty();
    }

    private boolean coversResource(String wanted) {
        return resource.equals(wanted)
                || resource.equals(ALL) && !wanted.equals(OPERATOR)
                || resource.equals(PROVIDER + ALL) && wanted.startsWith(PROVIDER);
    }

    /// As it was written.
    @Override
    public String toString() {
        return resource + ":" + action;
    }
}
