package dev.universalapi.search.intent.classifier;

import java.util.List;

/// How sure a classifier may be: the one number that makes its probabilities come true.
final class Temperature {
    private static final int STEPS = 60;

    private Temperature() {}

    /// The temperature at which the held examples are likeliest, 0.2 to 5; 1 where there are none.
    static float of(Classifier plain, List<Example> held) {
        if (held.isEmpty()) {
            return 1;
        }
        var low = Math.log(0.2);
        var high = Math.log(5);
        var scored = held.stream().map(example -> Scored.of(plain, example)).toList();
        for (var step = 0; step < STEPS; step++) {
            var left = low + (high - low) / 3;
            var right = high - (high - low) / 3;
            if (loss(scored, Math.exp(left)) < loss(scored, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return (float) Math.exp((low + high) / 2);
    }

    private record Scored(float[] scores, int label) {
        static Scored of(Classifier plain, Example example) {
            var weights = plain.weights();
            return new Scored(
                    weights.scores(Features.of(example.reading(), weights.size())),
                    plain.labels().indexOf(example.label()));
        }
    }

    private static double loss(List<Scored> held, double temperature) {
        var sum = 0.0;
        for (var one : held) {
            if (one.label() >= 0) {
                var probabilities = one.scores().clone();
                Softmax.apply(probabilities, (float) temperature);
                sum -= Math.log(Math.max(1e-12, probabilities[one.label()]));
            }
        }
        return sum;
    }
}
