package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.List;

/// What a town is called by strangers, or which of several towns is meant by a name.
record Exonym(String key, String name, String country, Rank rank) {
    enum Rank {
        FIRST,
        BY_PEOPLE,
        /// Only where a country or a region follows.
        ELSEWHERE
    }

    static List<Exonym> read() {
        return Entries.of("exonyms.txt").stream()
                .flatMap(entry -> entry.names().stream().map(other -> read(entry, other)))
                .toList();
    }

    private static Exonym read(Entries entry, String other) {
        var slash = entry.key().lastIndexOf('/');
        var mark = entry.names().getFirst().charAt(0);
        var rank = mark == '!' ? Rank.FIRST : mark == '~' ? Rank.ELSEWHERE : Rank.BY_PEOPLE;
        return new Exonym(
                Sentence.keyOf(other),
                entry.key().substring(0, slash),
                entry.key().substring(slash + 1),
                rank);
    }
}
