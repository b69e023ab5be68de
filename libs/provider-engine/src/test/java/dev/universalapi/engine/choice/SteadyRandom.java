package dev.universalapi.engine.choice;

import java.util.random.RandomGenerator;

/// Draws the same share of every range, so that a test says what is drawn.
///
/// @param share 0 up to, but not, 1
record SteadyRandom(double share) implements RandomGenerator {
    /// Below every probability: whatever can happen does.
    static final SteadyRandom LOW = new SteadyRandom(0);
    /// Above every probability but one: nothing unlikely happens.
    static final SteadyRandom HIGH = new SteadyRandom(0.999_999);

    @Override
    public double nextDouble() {
        return share;
    }

    @Override
    public int nextInt(int bound) {
        return (int) (share * bound);
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException();
    }
}
