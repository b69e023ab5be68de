package dev.universalapi.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LatenciesTests {
    private static final double[] SHARES = {0.01, 0.1, 0.5, 0.9, 0.99, 0.999};

    @ParameterizedTest
    @MethodSource("shapes")
    void quantilesAreWithinOnePercentOfRankHoweverTheyWereMerged(String shape, LongSupplier latency, int batch) {
        var all = LongStream.generate(latency).limit(60_000).toArray();
        var merged = new Latencies();

        byte[] row = {};
        for (int from = 0; from < all.length; from += batch) {
            var part = new Latencies();
            LongStream.of(Arrays.copyOfRange(all, from, Math.min(all.length, from + batch)))
                    .forEach(part::add);
            row = concatenated(row, part.bytes());
            if (row.length > 2_000) {
                var united = new Latencies();
                united.add(row);
                row = united.bytes();
            }
        }
        merged.add(row);

        var histogram = new Histogram();
        histogram.add(row);

        Arrays.sort(all);
        assertThat(merged.count()).isEqualTo(all.length).isEqualTo(histogram.count());
        for (var share : SHARES) {
            assertThat(rankError(all, merged.quantile(share), share))
                    .as("%s by %d at %s", shape, batch, share)
                    .isLessThanOrEqualTo(0.01);
            assertThat(rankError(all, (double) histogram.quantile(share), share))
                    .as("%s by %d at %s, counted", shape, batch, share)
                    .isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void fewAreExact() {
        var latencies = new Latencies();

        LongStream.rangeClosed(1, 100).forEach(latencies::add);

        assertThat(latencies.quantile(0.5)).isEqualTo(50);
        assertThat(latencies.quantile(0.99)).isEqualTo(99);
        assertThat(latencies.quantile(1)).isEqualTo(100);
        assertThat(latencies.bytes()).hasSize(1 + 1 + 100);
    }

    @Test
    void noneHaveNoQuantile() {
        var latencies = new Latencies();

        latencies.add(new Latencies().bytes());

        assertThat(latencies.count()).isZero();
        assertThat(latencies.quantile(0.5)).isNaN();
    }

    @Test
    void takesWhatIsNegativeForNothingAndWhatIsHugeAsItIs() {
        var latencies = new Latencies();
        latencies.add(-5);
        latencies.add(Long.MAX_VALUE);

        var again = new Latencies();
        again.add(latencies.bytes());

        assertThat(again.quantile(0)).isZero();
        assertThat(again.quantile(1)).isEqualTo((double) Long.MAX_VALUE);
    }

    @Test
    void aDigestIsNeverLong() {
        var latencies = new Latencies();

        new Random(7).longs(200_000, 0, 1_000_000).forEach(latencies::add);

        assertThat(latencies.bytes().length).isLessThan(1_700);
    }

    @Test
    void refusesWhatItDidNotWrite() {
        assertThatThrownBy(() -> new Latencies().add(new byte[] {9})).hasMessage("these are no latencies");
    }

    static Stream<Arguments> shapes() {
        return Stream.of(1, 7, 300, 5_000)
                .flatMap(batch -> Stream.of(
                        Arguments.of("even", even(), batch),
                        Arguments.of("skewed", skewed(), batch),
                        Arguments.of("two humps", humps(), batch),
                        Arguments.of("few values", fewValues(), batch),
                        Arguments.of("rising", rising(), batch)));
    }

    private static LongSupplier even() {
        var random = new Random(1);
        return () -> random.nextLong(100_000);
    }

    private static LongSupplier skewed() {
        var random = new Random(2);
        return () -> Math.round(Math.exp(random.nextGaussian() * 1.5 + 6));
    }

    private static LongSupplier humps() {
        var random = new Random(3);
        return () -> random.nextInt(10) < 7 ? random.nextLong(5) : 3_000 + random.nextLong(900);
    }

    private static LongSupplier fewValues() {
        var random = new Random(4);
        return () -> random.nextLong(4);
    }

    private static LongSupplier rising() {
        var next = new long[1];
        return () -> next[0]++;
    }

    // how far the nearest rank of a value is from the one that was asked for
    private static double rankError(long[] sorted, double value, double share) {
        var below =
                (double) LongStream.of(sorted).filter(one -> one < value - 0.5).count() / sorted.length;
        var upTo =
                (double) LongStream.of(sorted).filter(one -> one <= value + 0.5).count() / sorted.length;
        return share < below ? below - share : Math.max(0, share - upTo);
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
