package dev.universalapi.search.search.plan;

import dev.universalapi.search.intent.Language;

/// Why a source is not asked, or is not among those that answered, in a sentence for people.
public enum Reason {
    /// The query does not say what it needs.
    LACKS("It needs %s.", "Il lui faut %s."),
    /// What the query says is not what it takes.
    UNFIT("It does not take this: %s.", "Elle ne prend pas cela : %s."),
    /// Only what suits everybody is wanted.
    UNSAFE("It may show what does not suit everybody.", "Elle peut montrer ce qui ne convient pas à tous."),
    /// A search asks only so many.
    BUDGET(
            "Others help more, and a search asks at most %s.",
            "D'autres aident plus, et une recherche en interroge %s au plus."),
    /// It is asked on, for whoever asks next.
    LATE(
            "It was not waited for; ask again, or read the stream.",
            "Elle n'a pas été attendue ; reposez la question, ou lisez le flux.");

    private final String english;
    private final String french;

    Reason(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /// The sentence.
    ///
    /// @param detail what it is about, where it is about something
    public String in(Language language, String detail) {
        var sentence = switch (language) {
            case EN -> english;
            case FR -> french;
        };
        return sentence.replace("%s", detail);
    }
}
