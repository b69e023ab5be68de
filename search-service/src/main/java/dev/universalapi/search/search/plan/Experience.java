package dev.universalapi.search.search.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// What asking sources has come to so far: how often each found something, and how long it took. Of this process alone,
/// and forgotten as new answers come.
public final class Experience {
    private static final int REMEMBERED = 8;
    /// As if it had been asked so often before it ever was, and had always helped.
    private static final double PRIOR = 8;
    private static final double MOST = 200;
    private static final double EXPLORED = 0.1;

    private final Map<String, Past> pasts = new ConcurrentHashMap<>();
    private final RandomGenerator random;

    /// @param random decides when a source is thought better or worse of than it has earned, so that it may show
    ///   what has changed
    public Experience(RandomGenerator random) {
        this.random = random;
    }

    /// A source has answered.
    ///
    /// @param helped whether it found something
    public void told(String operation, Duration took, boolean helped) {
        past(operation).took(took.toNanos());
        past(operation).told(helped);
    }

    /// A source has not: it may have taken its time, and nothing is known of what it would have found.
    public void failed(String operation, Duration took) {
        past(operation).took(took.toNanos());
    }

    /// How long a source takes at least, by what it lately took; zero while nobody knows.
    public Duration fastest(String operation) {
        return Duration.ofNanos(past(operation).fastest());
    }

    /// How likely a source finds something, 0 to 1; 1 while nobody knows. One time in ten, within what it may well be.
    public double helpfulness(String operation) {
        return past(operation).helpfulness(random);
    }

    // operations are those of a file: there are not many
    private Past past(String operation) {
        return pasts.computeIfAbsent(operation, _ -> new Past());
    }

    /// Of one source.
    private static final class Past {
        private final long[] took = new long[REMEMBERED];
        private int times;
        private double asked = PRIOR;
        private double helped = PRIOR;

        synchronized void took(long nanos) {
            took[times % REMEMBERED] = nanos;
            times++;
        }

        synchronized void told(boolean useful) {
            asked++;
            helped += useful ? 1 : 0;
            if (asked > MOST) {
                asked /= 2;
                helped /= 2;
            }
        }

        synchronized long fastest() {
            return Arrays.stream(took, 0, Math.min(times, REMEMBERED)).min().orElse(0);
        }

        synchronized double helpfulness(RandomGenerator random) {
            var mean = helped / asked;
            if (random.nextDouble() >= EXPLORED) {
                return mean;
            }
            var deviation = Math.sqrt(mean * (1 - mean) / (asked + 1));
            return Math.clamp(mean + deviation * random.nextGaussian(), 0, 1);
        }
    }
}
