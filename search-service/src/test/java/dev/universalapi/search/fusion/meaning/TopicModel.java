package dev.universalapi.search.fusion.meaning;

import java.util.List;
import java.util.Locale;

/// A model of language that knows a few topics: texts mean the same where they are of one topic.
public final class TopicModel implements Encoder {
    private static final List<List<String>> TOPICS = List.of(
            List.of("car", "automobile", "vehicle", "motor"),
            List.of("tulip", "flower", "spring"),
            List.of("hole", "gravity", "light"));

    boolean closed;
    int encoded;

    public static Meanings ready() {
        var meanings = new Meanings(TopicModel::new, 1_000, 1, System::nanoTime);
        meanings.load().join();
        return meanings;
    }

    public static Meanings absent() {
        return new Meanings(TopicModel::new, 1_000, 1, System::nanoTime);
    }

    @Override
    public float[] encode(String text) {
        encoded++;
        var parts = new float[TOPICS.size() + 1];
        for (var topic = 0; topic < TOPICS.size(); topic++) {
            for (var word : TOPICS.get(topic)) {
                parts[topic] += text.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
            }
        }
        parts[TOPICS.size()] = 0.1f;
        return parts;
    }

    @Override
    public void close() {
        closed = true;
    }
}
