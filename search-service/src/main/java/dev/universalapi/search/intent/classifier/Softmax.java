package dev.universalapi.search.intent.classifier;

/// Probabilities of scores.
final class Softmax {
    private Softmax() {}

    /// Turns scores into probabilities, in place.
    ///
    /// @param temperature above 1 makes them less sure, below 1 surer
    static void apply(float[] scores, float temperature) {
        var most = Float.NEGATIVE_INFINITY;
        for (var score : scores) {
            most = Math.max(most, score);
        }
        var sum = 0.0f;
        for (var at = 0; at < scores.length; at++) {
            scores[at] = (float) Math.exp((scores[at] - most) / temperature);
            sum += scores[at];
        }
        for (var at = 0; at < scores.length; at++) {
            scores[at] /= sum;
        }
    }
}
