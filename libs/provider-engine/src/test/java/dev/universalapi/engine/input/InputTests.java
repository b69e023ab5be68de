package dev.universalapi.engine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.input.Harbour.Leg;
import dev.universalapi.engine.input.Harbour.Side;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.shape.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InputTests {
    private final OperationType berths =
            Operations.of(Harbour.class).find(Harbour.class).orElseThrow();

    @Test
    void roundsNumbersToTheirGrid() {
        var query = Harbour.plain().at(48.856614).of(13, 12_499);

        var canonical = berths.canonical(query);

        assertThat(canonical).isEqualTo(Harbour.plain().at(48.86).of(15, 12_000));
        assertThat(berths.meaning(query)).isEqualTo(berths.meaning(canonical));
    }

    @Test
    void leavesWhatIsCanonicalAsItIs() {
        var query = Harbour.plain().at(48.86).flying("no", "se");

        assertThat(berths.canonical(query)).isSameAs(query);
    }

    @Test
    void hasOneZero() {
        var query = Harbour.plain().at(-0.001).by(new Leg("Oslo", -0.0));

        var canonical = (Harbour) berths.canonical(query);

        assertThat(Double.toString(canonical.latitude())).isEqualTo("0.0");
        assertThat(canonical.route().getFirst().miles()).isEqualTo(0.0);
        assertThat(berths.meaning(query))
                .isEqualTo("{draught:0,flags:[],latitude:0,route:[{miles:0,to:\"Oslo\",},],tonnage:0,}");
    }

    @Test
    void keepsWhatIsNoFiniteNumber() {
        var query = Harbour.plain().at(Double.NaN);

        assertThat(berths.canonical(query)).isSameAs(query);
    }

    @Test
    void sortsWhatHasNoOrder() {
        var query = Harbour.plain().flying(" SE", "no ");

        assertThat(berths.canonical(query)).isEqualTo(Harbour.plain().flying("no", "se"));
    }

    @Test
    void keepsTheOrderOfAllElse() {
        var there = Harbour.plain().by(new Leg("Oslo", 1.0), new Leg("Bergen", null));
        var back = Harbour.plain().by(new Leg("Bergen", null), new Leg("Oslo", 1.0));

        assertThat(berths.meaning(there)).isNotEqualTo(berths.meaning(back));
    }

    @Test
    void changesTextsOnlyWhereDeclared() {
        var query = Harbour.plain().by(new Leg(" Oslo ", null));

        assertThat(berths.canonical(query)).isEqualTo(Harbour.plain().by(new Leg("Oslo", null)));
    }

    @Test
    void takesOneForOneWithManyZeros() {
        var one = Harbour.plain().paying(new BigDecimal("100"), null);
        var same = Harbour.plain().paying(new BigDecimal("1.0000E+2"), null);

        assertThat(berths.meaning(one)).isEqualTo(berths.meaning(same)).contains("fee:100,");
        assertThat(berths.canonical(same)).isEqualTo(one);
    }

    @Test
    void sortsNamesThatAreDataThemselves() {
        var tariffs = new LinkedHashMap<String, BigDecimal>();
        tariffs.put("b", BigDecimal.ONE);
        tariffs.put("a \"\\", new BigDecimal("2.50"));

        var text = berths.meaning(Harbour.plain().paying(null, tariffs));

        assertThat(text).contains("tariffs:{\"a \\\"\\\\\":2.5,\"b\":1,}");
    }

    @Test
    void leavesOutDefaultsAndNulls() {
        var preset = Harbour.plain();
        var lee = preset.on(Side.LEE, LocalDate.of(2026, 3, 1));

        assertThat(berths.meaning(preset)).doesNotContain("side").doesNotContain("arrival");
        assertThat(berths.meaning(lee)).contains("arrival:2026-03-01,").contains("side:LEE,");
    }

    @Test
    void doesNotTakeOneTextForTwo() {
        var one = Harbour.plain().flying("a\",\"b");
        var two = Harbour.plain().flying("a", "b");

        assertThat(berths.meaning(one)).isNotEqualTo(berths.meaning(two));
    }

    @Test
    void refusesDeclarationsThatTheTypeCannotHave() {
        record Name(@Grid("1") String name) {}
        record Lying(@Grid("1") Side side) {}
        record Size(@Trimmed int size) {}
        record Sizes(@AnyCase List<Integer> sizes) {}
        record Word(@Unordered String word) {}
        record Flat(@Grid("0") double place) {}
        record Legs(
                @Grid("1") Map<String, Double> legs,
                @AnyCase Leg leg) {}

        for (var type : List.of(Name.class, Lying.class, Size.class, Sizes.class, Word.class, Flat.class, Legs.class)) {
            assertThatThrownBy(() -> Input.of(Shape.of(type), _ -> Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(type.getSimpleName());
        }
    }

    @Test
    void namesAContractBySixteenDigitsThatChangeWithIt() {
        record Other(double latitude) {}

        assertThat(berths.schemas().fingerprint()).matches("[0-9a-f]{16}");
        assertThat(Digest.of(Other.class.getName())).isNotEqualTo(Digest.of("")).hasSize(64);
    }
}
