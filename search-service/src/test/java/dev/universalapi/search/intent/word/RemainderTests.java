package dev.universalapi.search.intent.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainderTests {
    private static final Sayings SAYINGS = Sayings.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "EN | food | recipe for apple pie | apple pie",
                "EN | food | how to make lasagna please | lasagna",
                "FR | food | recette de la tarte aux pommes | tarte aux pommes",
                "FR | food | recette avec crème et sucre | crème et sucre",
                "EN | news | latest news about artificial intelligence | artificial intelligence",
                "FR | news | les dernières nouvelles sur l'intelligence artificielle | intelligence artificielle",
                "EN | knowledge | who was Ada Lovelace? | ada lovelace",
                "FR | knowledge | qui était Napoléon ? | napoléon",
                "FR | knowledge | qu'est-ce que la photosynthèse | photosynthèse",
                "EN | film | who directed The Godfather | godfather",
                "FR | film | acteurs du film Inception | inception",
                "EN | music | songs by Simon and Garfunkel | simon and garfunkel",
                "FR | music | albums de Daft Punk | daft punk",
                "EN | media | photos of the Eiffel Tower at night | eiffel tower at night",
                "EN | translation | how do you say I love you | i love you",
                "FR | translation | comment dit-on je t'aime | je t'aime",
                "FR | medicine | quels sont les effets secondaires du doliprane | doliprane",
                "EN | utility | qr code for https://example.com/a | https://example.com/a",
                "EN | code | github repositories about Spring Boot | spring boot",
                "FR | name | quel âge a en moyenne Camille | camille",
                "EN | weather | what's the weather like | ''",
                "FR | sport | prochain match de l'OM | om",
                "EN | paper | studies about gut microbiome | gut microbiome",
            })
    void isWhatIsLeftToLookFor(Language language, String category, String text, String expected) {
        var part = new Span(0, text.length());

        var rest = Remainder.of(SAYINGS, category, language, text, part, List.of());

        assertThat(rest).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | translate good morning into Spanish | Spanish | good morning",
                "EN | how do you say to be or not to be in German | German | be or not to be",
                "FR | traduire où est la gare en allemand | allemand | où est la gare",
                "FR | traduis en espagnol : merci beaucoup | espagnol | merci beaucoup",
            })
    void leavesOutSlotsAndTheWordsThatLeadToThem(Language language, String text, String slot, String expected) {
        var from = text.indexOf(slot);
        var tongue = new Slot.Tongue(new Span(from, from + slot.length()), "xx");
        var part = new Span(0, text.length());

        var rest = Remainder.of(SAYINGS, "translation", language, text, part, List.of(tongue));

        assertThat(rest).isEqualTo(expected);
    }
}
