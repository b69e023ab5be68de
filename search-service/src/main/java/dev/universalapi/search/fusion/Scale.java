package dev.universalapi.search.fusion;

import java.util.Arrays;

/// Makes scores of different kinds comparable.
final class Scale {
    private Scale() {}

    /// From 0 for the least to 1 for the most. Where all are alike, 1 if they are positive, else 0.
    static double[] minmax(double[] scores) {
        var range = Arrays.stream(scores).summaryStatistics();
        return Arrays.stream(scores)
                .map(score -> range.getMax() > range.getMin()
                        ? (score - range.getMin()) / (range.getMax() - range.getMin())
                        : score > 0 ? 1 : 0)
                .toArray();
    }
}
