package dev.universalapi.search.fusion.trial;

import dev.universalapi.search.fusion.word.StopWords;
import dev.universalapi.search.fusion.word.Word;
import dev.universalapi.search.fusion.word.Words;
import dev.universalapi.search.intent.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Cuts texts into topics by their words: k-means on the sphere, with weights by TF-IDF.
final class Topics {
    private static final int ROUNDS = 15;
    private static final long SEED = 20_261_126;

    private final List<Map<String, Double>> texts;
    private final int[] topics;

    private Topics(List<Map<String, Double>> texts) {
        this.texts = texts;
        this.topics = new int[texts.size()];
    }

    /// The number of its topic for each text.
    static int[] of(List<Cranfield.Text> texts, int count) {
        var words = Words.in(Language.EN);
        var counts = texts.stream().map(text -> counts(words.of(text.body()))).toList();
        var topics = new Topics(weighted(counts));
        topics.cut(count);
        return topics.topics;
    }

    private static Map<String, Double> counts(List<Word> words) {
        var counts = new HashMap<String, Double>();
        words.stream()
                .map(Word::stem)
                .filter(stem -> !StopWords.stems(Language.EN).contains(stem))
                .forEach(stem -> counts.merge(stem, 1.0, Double::sum));
        return counts;
    }

    private static List<Map<String, Double>> weighted(List<Map<String, Double>> counts) {
        var having = new HashMap<String, Integer>();
        counts.forEach(text -> text.keySet().forEach(stem -> having.merge(stem, 1, Integer::sum)));
        counts.forEach(text -> {
            text.replaceAll((stem, count) ->
                    (1 + Math.log(count)) * Math.log((double) counts.size() / having.getOrDefault(stem, 1)));
            var length = length(text);
            text.replaceAll((_, weight) -> weight / length);
        });
        return counts;
    }

    private static double length(Map<String, Double> text) {
        var squares =
                text.values().stream().mapToDouble(weight -> weight * weight).sum();
        return squares == 0 ? 1 : Math.sqrt(squares);
    }

    private void cut(int count) {
        var random = new Random(SEED);
        var centres = new ArrayList<Map<String, Double>>();
        for (var topic = 0; topic < count; topic++) {
            centres.add(texts.get(random.nextInt(texts.size())));
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var at = 0; at < topics.length; at++) {
                topics[at] = nearest(texts.get(at), centres);
            }
            centres.replaceAll(_ -> new HashMap<>());
            for (var at = 0; at < topics.length; at++) {
                var centre = centres.get(topics[at]);
                texts.get(at).forEach((stem, weight) -> centre.merge(stem, weight, Double::sum));
            }
            centres.forEach(centre -> {
                var length = length(centre);
                centre.replaceAll((_, weight) -> weight / length);
            });
        }
    }

    private static int nearest(Map<String, Double> text, List<Map<String, Double>> centres) {
        var nearest = 0;
        var most = -1.0;
        for (var topic = 0; topic < centres.size(); topic++) {
            var centre = centres.get(topic);
            var cosine = text.entrySet().stream()
                    .mapToDouble(each -> each.getValue() * centre.getOrDefault(each.getKey(), 0.0))
                    .sum();
            if (cosine > most) {
                most = cosine;
                nearest = topic;
            }
        }
        return nearest;
    }
}
