package dev.universalapi.search.intent;

import dev.universalapi.search.intent.classifier.Reading;

/// How the language of a text is read.
public final class Languages {
    private static final String ACCENTS = "àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ";

    private Languages() {}

    /// The text, and a word that says that it has accents, which the classifier does not see.
    public static Reading read(String text) {
        var accented = text.chars().anyMatch(character -> ACCENTS.indexOf(character) >= 0);
        return Reading.of(accented ? text + " accented" : text);
    }
}
