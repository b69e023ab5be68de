package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.Set;

/// What may stand right beside the sign of a currency: `5k€`.
final class Glue {
    static final Gap GAP = Gap.GLUED;
    private static final Set<String> UNITS = Set.of("k", "m", "b", "bn", "mn", "md", "mrd");

    private Glue() {}

    static boolean isUnit(Sentence sentence, int at) {
        return UNITS.contains(sentence.word(at))
                && at > 0
                && sentence.token(at - 1).isDigits();
    }
}
