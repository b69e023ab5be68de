package dev.universalapi.search.intent.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Learns from examples: multinomial softmax by stochastic gradient descent, the same result for the same seed.
///
/// @param size how many features are told apart, a power of two; what hashes alike counts alike
/// @param epochs how often every example is looked at
/// @param step of the descent at its start; it falls to a fiftieth
/// @param decay how fast weights that nothing holds fade
/// @param seed of the order in which examples are looked at
public record Training(int size, int epochs, float step, float decay, long seed) {
    /// What a set of some thousand short texts is learnt well with.
    public static Training usual() {
        return new Training(1 << 17, 12, 4.0f, 0, 20_261_126);
    }

    /// The same with weights that fade, which does good where examples are made of few patterns.
    public Training fading(float decay) {
        return new Training(size, epochs, step, decay, seed);
    }

    /// What two labels are told apart with.
    public static Training ofTwo() {
        return new Training(1 << 16, 8, 4.0f, 0, 20_261_126);
    }

    /// @param examples to learn from
    /// @param held others, that tell how sure the result may be
    public Classifier learn(List<Example> examples, List<Example> held) {
        var plain = learn(examples, 1);
        return new Classifier(plain.labels(), plain.weights(), Temperature.of(plain, held));
    }

    /// @param temperature that other examples told
    public Classifier learn(List<Example> examples, float temperature) {
        var labels = examples.stream().map(Example::label).distinct().sorted().toList();
        return new Classifier(labels, Weights.rounded(descend(numbered(examples, labels)), labels.size()), temperature);
    }

    private record Numbered(Features features, int label) {}

    private List<Numbered> numbered(List<Example> examples, List<String> labels) {
        return examples.stream()
                .map(example -> new Numbered(
                        Features.of(example.reading(), size), Collections.binarySearch(labels, example.label())))
                .toList();
    }

    private float[] descend(List<Numbered> examples) {
        var classes = examples.stream().mapToInt(Numbered::label).max().orElse(-1) + 1;
        var weights = new float[size * classes];
        var order = new ArrayList<>(examples);
        var random = new Random(seed);
        var steps = (long) epochs * examples.size();
        var done = 0L;
        var scores = new float[classes];
        for (var epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (var example : order) {
                var rate = step * (1 - 0.98f * done++ / steps);
                learn(example, weights, scores, rate);
            }
        }
        return weights;
    }

    private void learn(Numbered example, float[] weights, float[] scores, float rate) {
        var classes = scores.length;
        Arrays.fill(scores, 0);
        var features = example.features();
        for (var at = 0; at < features.buckets().length; at++) {
            var from = features.buckets()[at] * classes;
            var value = features.values()[at];
            for (var label = 0; label < classes; label++) {
                scores[label] += value * weights[from + label];
            }
        }
        Softmax.apply(scores, 1);
        scores[example.label()] -= 1;
        var keep = 1 - rate * decay;
        for (var at = 0; at < features.buckets().length; at++) {
            var from = features.buckets()[at] * classes;
            var value = rate * features.values()[at];
            for (var label = 0; label < classes; label++) {
                weights[from + label] = weights[from + label] * keep - value * scores[label];
            }
        }
    }
}
