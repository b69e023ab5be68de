package dev.universalapi.search.fusion.duplicate;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.word.Reading;
import dev.universalapi.search.fusion.word.Word;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a hit is compared by.
///
/// @param entity in lower case
/// @param words how many there are, without those that every text has
/// @param hash of a text of many words
/// @param pairs of a text of fewer, whose hash one word more turns over
/// @param numbers in it: chapter 1 is not chapter 2, however alike they read
record Print(
        Hit hit,
        @Nullable String entity,
        int words,
        long hash,
        Shingles pairs,
        Set<String> numbers,
        @Nullable LocalDate day) {
    private static final int FEW = 12;
    private static final int MANY = 60;
    private static final int COMPARED = 120;
    private static final int NEAR = 3;
    private static final double ALIKE = 0.7;

    static List<Print> of(List<Reading> pool, Set<String> stopped) {
        var texts = pool.stream().map(reading -> telling(reading, stopped)).toList();
        var hashes =
                new SimHash(texts.stream().filter(text -> text.size() >= MANY).toList());
        return IntStream.range(0, pool.size())
                .mapToObj(at -> of(pool.get(at), texts.get(at), hashes))
                .toList();
    }

    private static Print of(Reading reading, List<String> text, SimHash hashes) {
        var hit = reading.hit();
        var many = text.size() >= MANY;
        return new Print(
                hit,
                hit.entity() == null ? null : hit.entity().toLowerCase(Locale.ROOT),
                text.size(),
                many ? hashes.of(text) : 0,
                Shingles.ofStems(many ? List.of() : text),
                (many ? reading.title().stream().map(Word::stem) : text.stream())
                        .filter(stem -> Character.isDigit(stem.charAt(0)))
                        .collect(Collectors.toUnmodifiableSet()),
                hit.at() == null ? null : LocalDate.ofInstant(hit.at(), ZoneOffset.UTC));
    }

    private static List<String> telling(Reading reading, Set<String> stopped) {
        return Stream.concat(reading.title().stream(), reading.text().stream())
                .map(Word::stem)
                .filter(stem -> !stopped.contains(stem))
                .limit(COMPARED)
                .toList();
    }

    /// Whether both read the same: long texts by their hashes, short ones by their words, and very short ones only
    /// where day and category agree as well.
    boolean readsLike(Print other) {
        if (words >= MANY && other.words >= MANY) {
            return Long.bitCount(hash ^ other.hash) <= NEAR && numbers.equals(other.numbers);
        }
        var few = words < FEW || other.words < FEW;
        return words < MANY
                && other.words < MANY
                && (!few || Objects.equals(day, other.day) && category().equals(other.category()))
                && numbers.equals(other.numbers)
                && pairs.alike(other.pairs) >= ALIKE;
    }

    private String category() {
        return hit.source().category();
    }

    /// Whether the world has two names of one kind for them: `doi:10.1/a` is not `doi:10.1/b`, whatever they say.
    boolean isOtherThan(Print other) {
        return entity != null
                && other.entity != null
                && kind(entity).equals(kind(other.entity))
                && !entity.equals(other.entity);
    }

    private static String kind(String entity) {
        return entity.substring(0, Math.max(0, entity.indexOf(':')));
    }
}
