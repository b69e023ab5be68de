package dev.universalapi.search.search.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {
    private static final Map<String, String> SAID = Map.of("a", "one", "b", "two");

    @Test
    void fillsItsPlacesByTheFirstThatIsThere() {
        var wording = Wording.of("{x|a} and {b}.");

        var filled = wording.fill(SAID::get);

        assertThat(filled).contains("one and two.");
        assertThat(wording.names()).containsExactly("x", "a", "b");
    }

    @Test
    void isNothingWithoutWhatItNeeds() {
        var wording = Wording.of("{a} and {x}");

        var filled = wording.fill(SAID::get);

        assertThat(filled).isEmpty();
    }

    @Test
    void leavesOutWhatItDoesNotNeedWithTheBlankBeforeIt() {
        var wording = Wording.of("{a} {x?}.");

        var filled = wording.fill(SAID::get);

        assertThat(filled).contains("one.");
    }

    @Test
    void leavesOutAGroupOfWhichSomethingIsNotThere() {
        var wording = Wording.of("{a}[, {b} there][, {x} not].");

        var filled = wording.fill(SAID::get);

        assertThat(filled).contains("one, two there.");
        assertThat(wording.names()).containsExactly("a", "b", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "{}", "x {", "[x", "[]"})
    void refusesABraceThatIsEmptyOrOpen(String written) {
        assertThatThrownBy(() -> Wording.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
