package dev.universalapi.search.intent;

import java.util.Locale;

/// A language that queries are understood in.
public enum Language {
    EN,
    FR;

    /// The BCP 47 tag: `en`, `fr`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
