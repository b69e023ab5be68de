package dev.universalapi.search.intent.slot.context;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;

/// Makes readings of texts; it holds the words that they need.
public final class Readings {
    private final Lexicon lexicon;

    private Readings(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public static Readings load() {
        return new Readings(Lexicon.load());
    }

    public Reading of(String text, Language language, LocalDate today) {
        return new Reading(Sentence.of(text), language, today, lexicon);
    }
}
