package dev.universalapi.engine.choice;

/// How the choice weighs what is known. A score is the logarithm of a cost: a provider that is twice as slow scores
/// `latency · ln 2` more, one of whose calls half fail `errors · ln 2`.
///
/// @param latency of being slower than the fastest
/// @param errors of failing
/// @param price of a dearer call; 0.001 US dollars score `price · ln 2`
/// @param scarcity of a quota that runs out, by the square of the share that is gone
/// @param quality of answers that miss the contract, by their share
/// @param band those whose cost is within this share of the best one's are equals, 0 to 1
/// @param probes the share of choices, 0 to 0.5, that ask another than the best first, to learn how it stands
/// @param trials the share of choices, 0 to 1, that ask a provider first which may have recovered
public record Weights(
        double latency,
        double errors,
        double price,
        double scarcity,
        double quality,
        double band,
        double probes,
        double trials) {
    /// What is shipped.
    public static final Weights DEFAULT = new Weights(1, 2, 0.25, 1, 2, 0.15, 0.01, 0.05);

    private static final double MOST = 100;
    private static final double MOST_PROBES = 0.5;

    public Weights {
        require("latency", latency, MOST);
        require("errors", errors, MOST);
        require("price", price, MOST);
        require("scarcity", scarcity, MOST);
        require("quality", quality, MOST);
        require("band", band, 1);
        require("probes", probes, MOST_PROBES);
        require("trials", trials, 1);
    }

    private static void require(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be from 0 to " + most + ", was " + value);
        }
    }
}
