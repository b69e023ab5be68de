package dev.universalapi.search.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InterpreterProperties {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Interpreter READY = new Interpreter();

    static {
        READY.load();
    }

    @Property(tries = 300)
    void understandsAnyTextWithinBounds(@ForAll("texts") String text) {
        var understanding = READY.understand(text, Set.of(), TODAY);

        assertThat(understanding.query()).hasSizeLessThanOrEqualTo(Cleaning.LONGEST);
        assertThat(understanding.intents()).hasSizeLessThanOrEqualTo(5).allSatisfy(intent -> {
            assertThat(intent.confidence()).isBetween(0.0, 1.0);
            assertThat(understanding.query()).contains(intent.text());
            assertThat(intent.slots())
                    .allSatisfy(slot -> assertThat(slot.span().to())
                            .isLessThanOrEqualTo(understanding.query().length()));
        });
    }

    @Property(tries = 200)
    void understandsTheSameOfWhatIsCleanAlready(@ForAll("texts") String text) {
        var once = READY.understand(text, Set.of(), TODAY);

        var again = READY.understand(once.query(), Set.of(), TODAY);

        assertThat(again).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> texts() {
        var words = Arbitraries.of(
                        "weather",
                        "météo",
                        "à",
                        "Lyon",
                        "and",
                        "et",
                        ",",
                        "bitcoin",
                        "100",
                        "eur",
                        "news",
                        "\u202E",
                        "😀",
                        "'",
                        "<b>",
                        "DROP TABLE",
                        "10.1038/nature12373",
                        "((((",
                        "aaaaaaaaaaaaaaaaaaaaaaaa",
                        "demain")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(500), words);
    }
}
