package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.Language;
import org.jspecify.annotations.Nullable;

/// Reads the marks before a name: `en=` or `fr=`, then `?` or `^`.
final class Marks {
    private Marks() {}

    static <T> Name<T> read(T value, String marked) {
        var language = languageOf(marked);
        var rest = language == null ? marked : marked.substring(3);
        return switch (rest.isEmpty() ? ' ' : rest.charAt(0)) {
            case '?' -> new Name<>(value, rest.substring(1), Need.EVIDENCE, language);
            case '^' -> new Name<>(value, rest.substring(1), Need.CAPITALS, language);
            default -> new Name<>(value, rest, Need.NOTHING, language);
        };
    }

    private static @Nullable Language languageOf(String marked) {
        return marked.startsWith("en=") ? Language.EN : marked.startsWith("fr=") ? Language.FR : null;
    }
}
