package dev.universalapi.search.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleaningTests {
    @Test
    void removesWhatNobodySees() {
        var query = "me\u200Bt\u00ADéo\u202E \u0000Ly\u2066on\uFEFF";

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEqualTo("metéo Lyon");
    }

    @Test
    void writesTheSameInOneForm() {
        var query = "  ｗｅａｔｈｅｒ\t\n in   Ｐａｒｉｓ ﬁlm e\u0301 ";

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEqualTo("weather in Paris film é");
    }

    @Test
    void endsAtTheLongestWithoutHalfACharacter() {
        var query = "a".repeat(Cleaning.LONGEST - 1) + "😀" + "b".repeat(10_000);

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEqualTo("a".repeat(Cleaning.LONGEST - 1));
    }

    @Test
    void findsAnAccentBehindWhatNobodySees() {
        var query = "me\u200D\u0301te\u0301o";

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEqualTo("météo");
    }

    @Test
    void keepsOtherScriptsAndEmoji() {
        var query = "كتاب 東京 🌦️ l’été";

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEqualTo("كتاب 東京 🌦️ l'été");
    }

    @Test
    void leavesNothingOfNothing() {
        var query = "\u200B \u0007 \uD800";

        var cleaned = Cleaning.clean(query);

        assertThat(cleaned).isEmpty();
    }

    @Test
    void keepsAllThatIsSeenWhereTheWholeIsWanted() {
        var query = "  a\uD83D  b\uD83D\uDE00\n" + "c".repeat(Cleaning.LONGEST);

        var cleaned = Cleaning.whole(query);

        assertThat(cleaned).isEqualTo("a b\uD83D\uDE00 " + "c".repeat(Cleaning.LONGEST));
    }
}
