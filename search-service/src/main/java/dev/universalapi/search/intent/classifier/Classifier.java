package dev.universalapi.search.intent.classifier;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Tells which of a few labels a text has. Safe for many threads.
public final class Classifier {
    private final List<String> labels;
    private final Weights weights;
    private final float temperature;

    Classifier(List<String> labels, Weights weights, float temperature) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.temperature = temperature;
    }

    /// All labels, the likeliest first; their probabilities add up to 1.
    public List<Guess> classify(Reading reading) {
        var probabilities = probabilities(Features.of(reading, weights.size()));
        return IntStream.range(0, probabilities.length)
                .mapToObj(at -> new Guess(labels.get(at), probabilities[at]))
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .toList();
    }

    /// The likeliest label.
    public Guess best(Reading reading) {
        var probabilities = probabilities(Features.of(reading, weights.size()));
        var best = 0;
        for (var at = 1; at < probabilities.length; at++) {
            best = probabilities[at] > probabilities[best] ? at : best;
        }
        return new Guess(labels.get(best), probabilities[best]);
    }

    /// What it can tell.
    public List<String> labels() {
        return labels;
    }

    Weights weights() {
        return weights;
    }

    /// How sure it is held to be: above 1 less than it feels, below 1 more.
    public float temperature() {
        return temperature;
    }

    private float[] probabilities(Features features) {
        var scores = weights.scores(features);
        Softmax.apply(scores, temperature);
        return scores;
    }
}
