package dev.universalapi.search.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Parts.Part;
import dev.universalapi.search.intent.Slot.Span;
import dev.universalapi.search.intent.classifier.Guess;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PartsTests {
    @Test
    void partsAtAConjunctionBetweenDifferentIntents() {
        var text = "weather in Lyon and news please";

        var parts = Parts.of(text, List.of(), byWords(text), _ -> false);

        assertThat(parts).extracting(part -> of(text, part)).containsExactly("weather in Lyon", "news please");
    }

    @Test
    void partsAtCommasAndKeepsTheOrder() {
        var text = "news, bitcoin, and the weather";

        var parts = Parts.of(text, List.of(), byWords(text), _ -> false);

        assertThat(parts).extracting(part -> part.guess().label()).containsExactly("news", "crypto", "weather");
    }

    @Test
    void keepsTogetherWhatAsksForTheSame() {
        var text = "weather and more weather";

        var parts = Parts.of(text, List.of(), byWords(text), _ -> false);

        assertThat(parts).extracting(part -> of(text, part)).containsExactly(text);
    }

    @Test
    void keepsTogetherWhatIsNotSure() {
        var text = "weather and something";

        var parts = Parts.of(text, List.of(), byWords(text), _ -> false);

        assertThat(parts).extracting(part -> of(text, part)).containsExactly(text);
    }

    @Test
    void partsWithoutAJointWhereBothSidesStandAlone() {
        var text = "bitcoin now weather there";
        var slots = List.<Slot>of(new Slot.Coin(new Span(0, 7), "BTC"), new Slot.Country(new Span(20, 25), "FR"));

        var parted = Parts.of(text, slots, byWords(text), _ -> true);
        var whole = Parts.of(text, slots, byWords(text), _ -> false);

        assertThat(parted).extracting(part -> of(text, part)).containsExactly("bitcoin now", "weather there");
        assertThat(whole).extracting(part -> of(text, part)).containsExactly(text);
    }

    @Test
    void neverPartsASlot() {
        var text = "weather and news";
        var slot = new Slot.Country(new Span(0, text.length()), "TT");

        var parts = Parts.of(text, List.of(slot), byWords(text), _ -> false);

        assertThat(parts).extracting(part -> of(text, part)).containsExactly(text);
    }

    @Test
    void hasNoPartsWithoutWords() {
        var text = "… — ()";

        var parts = Parts.of(text, List.of(), byWords(text), _ -> false);

        assertThat(parts).isEmpty();
    }

    @Test
    void looksAtABoundedNumberOfJoints() {
        var text = "weather and news and bitcoin, ".repeat(13);
        var asked = new int[1];

        var parts = Parts.of(
                text,
                List.of(),
                span -> {
                    asked[0]++;
                    return byWords(text).apply(span);
                },
                _ -> false);

        assertThat(parts).isNotEmpty();
        assertThat(asked[0]).isLessThan(100);
    }

    private static String of(String text, Part part) {
        return text.substring(part.span().from(), part.span().to());
    }

    /// Sure where exactly one of three words stands.
    private static Function<Span, Guess> byWords(String text) {
        return span -> {
            var part = text.substring(span.from(), span.to()).toLowerCase(Locale.ROOT);
            var found = List.of("weather", "news", "bitcoin").stream()
                    .filter(part::contains)
                    .toList();
            var label = found.isEmpty() ? "none" : found.getFirst().replace("bitcoin", "crypto");
            return new Guess(label, found.size() == 1 ? 0.9 : 0.4);
        };
    }
}
