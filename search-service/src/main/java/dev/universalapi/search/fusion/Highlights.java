package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.word.Reading;
import dev.universalapi.search.fusion.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where words of a query stand in a hit. Neighbours that only a space parts are one.
final class Highlights {
    private static final int MOST = 20;

    private Highlights() {}

    static List<Ranked.Highlight> of(Set<String> sought, Reading reading) {
        return Stream.concat(in("title", reading.title(), sought).stream(), in("text", reading.text(), sought).stream())
                .limit(MOST)
                .toList();
    }

    private static List<Ranked.Highlight> in(String field, List<Word> words, Set<String> sought) {
        var highlights = new ArrayList<Ranked.Highlight>();
        for (var word : words) {
            if (!sought.contains(word.stem())) {
                continue;
            }
            var last = highlights.isEmpty() ? null : highlights.getLast();
            if (last != null && word.from() <= last.to() + 1) {
                highlights.set(highlights.size() - 1, new Ranked.Highlight(field, last.from(), word.to()));
            } else {
                highlights.add(new Ranked.Highlight(field, word.from(), word.to()));
            }
        }
        return highlights;
    }
}
