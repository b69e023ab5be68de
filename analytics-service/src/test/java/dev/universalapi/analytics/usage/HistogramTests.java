package dev.universalapi.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTests {
    private final Histogram histogram = new Histogram();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 40, 4_095})
    void isExactBelowFourSeconds(long millis) {
        histogram.read((double) millis, 3, 0, 0);

        assertThat(histogram.quantile(0.5)).isEqualTo(millis);
        assertThat(histogram.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {4_096, 4_097, 8_191, 8_192, 100_000, 86_400_000, 1L << 45, Long.MAX_VALUE / 3})
    void isWithinATwoThousandthAbove(long millis) {
        histogram.read((double) millis, 1, 0, 0);

        assertThat((double) histogram.quantile(1)).isBetween(millis * (1 - 1 / 2048.0), millis * (1 + 1 / 2048.0));
    }

    @Test
    void addsSketchesOneAfterTheOther() {
        var few = new Latencies();
        few.add(10);
        few.add(20);
        var many = new Latencies();
        new Random(1).longs(5_000, 1_000, 2_000).forEach(many::add);

        histogram.add(few.bytes());
        histogram.add(many.bytes());

        assertThat(histogram.count()).isEqualTo(5_002);
        assertThat(histogram.quantile(0)).isEqualTo(10);
        assertThat(histogram.quantile(0.5)).isBetween(1_480L, 1_520L);
    }

    @Test
    void manyOfOneMeanAreSpreadOverWhereTheyMayBe() {
        histogram.read(1_000, 400, 100, 200);

        assertThat(histogram.quantile(0.1)).isEqualTo(925);
        assertThat(histogram.quantile(0.3)).isEqualTo(975);
        assertThat(histogram.quantile(0.6)).isEqualTo(1_050);
        assertThat(histogram.quantile(1)).isEqualTo(1_150);
        assertThat(histogram.count()).isEqualTo(400);
    }

    @Test
    void forgetsAll() {
        histogram.read(9_000_000, 5, 0, 0);
        histogram.clear();
        histogram.read(7, 1, 0, 0);

        assertThat(histogram.count()).isEqualTo(1);
        assertThat(histogram.quantile(1)).isEqualTo(7);
    }

    @Test
    void noneIsNothing() {
        assertThat(histogram.quantile(0.99)).isZero();
    }
}
