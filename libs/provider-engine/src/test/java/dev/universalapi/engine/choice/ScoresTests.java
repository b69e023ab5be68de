package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.receipt.Score;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTests {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Weights WEIGHTS = new Weights(2, 3, 5, 7, 11, 0, 0, 0);

    @Test
    void holdsNothingAgainstWhomNobodyKnows() {
        var scores = scores(Someone.unknown("b"), Someone.known("c", 400));

        assertThat(scores.get(0)).isEqualTo(Score.of(0, 0, 0, 0, 0));
        assertThat(scores.get(1)).isEqualTo(Score.of(0, 0, 0, 0, 0));
    }

    @Test
    void takesItsLittleKnowledgeForNone() {
        var scores = scores(Someone.known("b", 900).calls(0.9).failing(0.5).quality(0.5), Someone.known("c", 400));

        assertThat(scores.get(0)).isEqualTo(Score.of(0, 0, 0, 0, 0));
        assertThat(scores.get(1).total()).isZero();
    }

    @Test
    void weighsHowMuchSlowerThanTheFastest() {
        var scores = scores(Someone.known("b", 90), Someone.known("c", 190), Someone.known("d", 390));

        assertThat(scores.get(0).latency()).isZero();
        assertThat(scores.get(1).latency()).isCloseTo(2 * Math.log(2), CLOSE);
        assertThat(scores.get(2).latency()).isCloseTo(2 * Math.log(4), CLOSE);
    }

    @Test
    void knowsNoLatencyOfThoseThatOnlyFail() {
        var scores = scores(Someone.known("b", 0).failing(0.5), Someone.known("c", 190));

        assertThat(scores.get(0).latency()).isZero();
        assertThat(scores.get(0).errors()).isCloseTo(3 * Math.log(2), CLOSE);
        assertThat(scores.get(1).latency()).isZero();
    }

    @Test
    void weighsErrorsPriceScarcityAndQuality() {
        var score = scores(Someone.known("b", 100)
                        .failing(0.75)
                        .quality(0.8)
                        .with(new Headroom(0.5, null, false))
                        .at("0.003"))
                .getFirst();

        assertThat(score.errors()).isCloseTo(3 * Math.log(4), CLOSE);
        assertThat(score.price()).isCloseTo(5 * Math.log(4), CLOSE);
        assertThat(score.scarcity()).isCloseTo(7 * 0.25, CLOSE);
        assertThat(score.quality()).isCloseTo(11 * 0.2, CLOSE);
        assertThat(score.total()).isCloseTo(score.errors() + score.price() + score.scarcity() + score.quality(), CLOSE);
    }

    @Test
    void staysFiniteWhereEverythingFails() {
        var score = scores(Someone.known("b", 100).failing(1).quality(0).with(new Headroom(-1, null, false)))
                .getFirst();

        assertThat(score.errors()).isCloseTo(3 * Math.log(1000), CLOSE);
        assertThat(score.scarcity()).isEqualTo(7);
        assertThat(score.quality()).isEqualTo(11);
    }

    @Test
    void isToldToThreeDecimals() {
        assertThat(Score.of(0.12345, 1.0005, 0, 2, 3.4).rounded()).isEqualTo(new Score(6.524, 0.123, 1.001, 0, 2, 3.4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWeightsThatMakeNoSense(double wrong) {
        for (var at = 0; at < 8; at++) {
            var values = new double[] {1, 1, 1, 1, 1, 0.1, 0.1, 0.1};
            values[at] = wrong;

            assertThatThrownBy(() -> weights(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" must be from 0 to ")
                    .hasMessageEndingWith(", was " + wrong);
        }
    }

    @Test
    void boundsSharesMoreThanWeights() {
        assertThat(weights(100, 100, 100, 100, 100, 1, 0.5, 1).trials()).isEqualTo(1);
        assertThatThrownBy(() -> weights(1, 1, 1, 1, 1, 1.1, 0, 0)).hasMessage("band must be from 0 to 1.0, was 1.1");
        assertThatThrownBy(() -> weights(1, 1, 1, 1, 1, 0, 0.6, 0)).hasMessage("probes must be from 0 to 0.5, was 0.6");
        assertThatThrownBy(() -> weights(1, 1, 1, 1, 1, 0, 0, 1.1)).hasMessage("trials must be from 0 to 1.0, was 1.1");
    }

    private static Weights weights(double... v) {
        return new Weights(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    private static List<Score> scores(Someone... all) {
        var considered =
                Stream.of(all).map(one -> one.in(Pool.wanted(Route.ANY))).toList();
        var scores = new Scores(WEIGHTS, considered);
        return considered.stream().map(scores::of).toList();
    }
}
