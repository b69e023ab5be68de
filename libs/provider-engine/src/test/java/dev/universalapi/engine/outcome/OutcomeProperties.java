package dev.universalapi.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class OutcomeProperties {
    @Property
    void everyOutcomeHasANameOfItsOwn(@ForAll Outcome one, @ForAll Outcome other) {
        assertThat(one.label().equals(other.label())).isEqualTo(one == other);
    }
}
