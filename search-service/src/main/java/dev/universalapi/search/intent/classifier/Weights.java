package dev.universalapi.search.intent.classifier;

/// How much each feature speaks for each class, in a byte each.
///
/// @param classes how many
/// @param bytes by feature, then by class
/// @param scales what a byte of a feature is worth
record Weights(int classes, byte[] bytes, float[] scales) {
    /// How many features are told apart.
    int size() {
        return scales.length;
    }

    float[] scores(Features features) {
        var scores = new float[classes];
        for (var at = 0; at < features.buckets().length; at++) {
            var bucket = features.buckets()[at];
            var value = features.values()[at] * scales[bucket];
            if (value == 0) {
                continue;
            }
            var from = bucket * classes;
            for (var label = 0; label < classes; label++) {
                scores[label] += value * bytes[from + label];
            }
        }
        return scores;
    }

    /// Rounds weights to bytes, each feature by its own scale.
    static Weights rounded(float[] exact, int classes) {
        var scales = new float[exact.length / classes];
        var bytes = new byte[exact.length];
        for (var bucket = 0; bucket < scales.length; bucket++) {
            var most = 0.0f;
            for (var label = 0; label < classes; label++) {
                most = Math.max(most, Math.abs(exact[bucket * classes + label]));
            }
            if (most > 0) {
                scales[bucket] = most / Byte.MAX_VALUE;
                for (var label = bucket * classes; label < (bucket + 1) * classes; label++) {
                    bytes[label] = (byte) Math.round(exact[label] / scales[bucket]);
                }
            }
        }
        return new Weights(classes, bytes, scales);
    }
}
