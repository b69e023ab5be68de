package dev.universalapi.search.intent.slot.context;

import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that are no slots, but say what others are: cues, prepositions, words that say nothing of their own.
///
/// @param cues words that say what a query is about
/// @param words by the group that they are in
/// @param given first names
record Lexicon(Gazetteer<Cue> cues, Gazetteer<Group> words, Set<String> given) {
    /// What a word before or beside a name is.
    enum Group {
        /// A place may follow: `in`, `à`.
        AT,
        /// A place may follow where the query is about one: `of`, `de`.
        OF,
        /// Somebody goes there: `vers`.
        TO,
        AND,
        QUIET,
        /// What follows says how something is: `is`, `très`.
        BE,
        /// A word first of all, and a place hardly ever.
        NEVER,
        /// A name of somebody follows: `prénom`.
        PERSON
    }

    static Lexicon load() {
        return new Lexicon(
                Gazetteer.read("cues.txt", Cue::valueOf),
                Gazetteer.read("words.txt", key -> Group.valueOf(key.toUpperCase(Locale.ROOT))),
                Entries.of("given.txt").stream()
                        .flatMap(line -> line.names().stream())
                        .flatMap(names -> Arrays.stream(names.split(" ")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(String key, Group group) {
        return words.named(key).stream().anyMatch(name -> name.value() == group);
    }

    List<Cue> cuesOf(String key) {
        var found = cues.named(key);
        return found.isEmpty() ? List.of() : found.stream().map(Name::value).toList();
    }
}
