package dev.universalapi.engine.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class InputProperties {
    private final OperationType berths =
            Operations.of(Harbour.class).find(Harbour.class).orElseThrow();

    @Property(tries = 300)
    void theOrderOfWhatHasNoneMeansNothing(@ForAll List<String> flags, @ForAll long seed) {
        var shuffled = new ArrayList<>(flags);
        Collections.shuffle(shuffled, new Random(seed));

        var one = Harbour.plain().flying(flags.toArray(String[]::new));
        var other = Harbour.plain().flying(shuffled.toArray(String[]::new));

        assertThat(berths.meaning(one)).isEqualTo(berths.meaning(other));
        assertThat(berths.canonical(one)).isEqualTo(berths.canonical(other));
    }

    @Property(tries = 300)
    void whatIsCanonicalStaysAsItIs(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll int draught,
            @ForAll List<String> flags) {
        var canonical = berths.canonical(
                Harbour.plain().at(latitude).of(draught / 2, draught).flying(flags.toArray(String[]::new)));

        assertThat(berths.canonical(canonical)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void oneTextIsOneMeaning(@ForAll List<String> some, @ForAll List<String> others) {
        var one = Harbour.plain().flying(some.toArray(String[]::new));
        var other = Harbour.plain().flying(others.toArray(String[]::new));

        var sameText = berths.meaning(one).equals(berths.meaning(other));

        assertThat(sameText).isEqualTo(plain(some).equals(plain(others)));
    }

    private static List<String> plain(List<String> flags) {
        return flags.stream()
                .map(flag -> flag.strip().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
