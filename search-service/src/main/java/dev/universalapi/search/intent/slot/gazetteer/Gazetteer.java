package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.slot.text.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Things by their names. A name is whole words; a text is looked through in a time that grows with its length alone.
public final class Gazetteer<T> {
    private final Map<String, List<Name<T>>> names;

    private Gazetteer(Map<String, List<Name<T>>> names) {
        this.names = names;
    }

    /// @param value makes the thing of an entry's key
    public static <T> Gazetteer<T> read(String resource, Function<String, T> value) {
        return of(Entries.of(resource), value);
    }

    public static <T> Gazetteer<T> of(List<Entries> entries, Function<String, T> value) {
        var names = new HashMap<String, List<Name<T>>>();
        for (var entry : entries) {
            var thing = value.apply(entry.key());
            entry.names().forEach(written -> {
                var name = Marks.read(thing, written);
                names.computeIfAbsent(Sentence.keyOf(name.written()), _ -> new ArrayList<>(1))
                        .add(name);
            });
        }
        names.remove("");
        return new Gazetteer<>(names);
    }

    public Collection<List<Name<T>>> names() {
        return names.values();
    }

    public List<Name<T>> named(String key) {
        return names.getOrDefault(key, List.of());
    }

    /// All names in a text, longer ones first where they begin at the same word.
    ///
    /// @param glued whether a name may stand right beside digits: `100eur`
    public List<Mention<T>> mentions(Sentence sentence, Language language, boolean glued) {
        var found = new ArrayList<Mention<T>>();
        for (var at = 0; at < sentence.size(); at++) {
            for (var words = Math.min(Sentence.LONGEST, sentence.size() - at); words > 0; words--) {
                var key = sentence.key(at, words);
                if (key != null && (glued || isWhole(sentence, at, at + words))) {
                    for (var name : named(key)) {
                        if (name.isOf(language) && isWritten(name, sentence, at, at + words)) {
                            found.add(new Mention<>(at, at + words, name));
                        }
                    }
                }
            }
        }
        return found;
    }

    /// Whether no letters or digits stand right beside these words.
    public static boolean isWhole(Sentence sentence, int from, int to) {
        return (from == 0 || sentence.token(from).gap() != Gap.GLUED)
                && (to == sentence.size() || sentence.token(to).gap() != Gap.GLUED);
    }

    private static boolean isWritten(Name<?> name, Sentence sentence, int from, int to) {
        return name.need() != Need.CAPITALS
                || sentence.mindsLetters() && IntStream.range(from, to).allMatch(at -> isCapitals(sentence, at))
                || sentence.size() == to - from && isCapitals(sentence, from);
    }

    private static boolean isCapitals(Sentence sentence, int at) {
        var token = sentence.token(at);
        return token.shape() == Shape.CAPITALS
                || token.shape() == Shape.CAPITAL && token.to() - token.from() == 1
                || token.isDigits();
    }
}
