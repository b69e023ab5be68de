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
/// @param hash of a text of enough words
/// @param pairs of a text too short for that
/// @param numbers of the title: chapter 1 is not chapter 2, however alike they read
record Print(
        Hit hit,
        @Nullable String entity,
        int words,
        long hash,
        Shingles pairs,
        Set<String> numbers,
        @Nullable LocalDate day) {
    private static final int ENOUGH = 12;
    private static final int NEAR = 3;
    private static final double ALIKE = 0.7;

    static List<Print> of(List<Reading> pool, Set<String> stopped) {
        var texts = pool.stream().map(reading -> telling(reading, stopped)).toList();
        var hashes = new SimHash(texts);
        return IntStream.range(0, pool.size())
                .mapToObj(at -> of(pool.get(at), texts.get(at), hashes))
                .toList();
    }

    private static Print of(Reading reading, List<String> text, SimHash hashes) {
        var hit = reading.hit();
        var enough = text.size() >= ENOUGH;
        return new Print(
                hit,
                hit.entity() == null ? null : hit.entity().toLowerCase(Locale.ROOT),
                text.size(),
                enough ? hashes.of(text) : 0,
                Shingles.ofStems(enough ? List.of() : text),
                reading.title().stream()
                        .map(Word::stem)
                        .filter(stem -> stem.chars().anyMatch(Character::isDigit))
                        .collect(Collectors.toUnmodifiableSet()),
                hit.at() == null ? null : LocalDate.ofInstant(hit.at(), ZoneOffset.UTC));
    }

    private static List<String> telling(Reading reading, Set<String> stopped) {
        return Stream.concat(reading.title().stream(), reading.text().stream())
                .map(Word::stem)
                .filter(stem -> !stopped.contains(stem))
                .toList();
    }

    /// Whether both read the same: long texts by their hashes, short ones by their words and the day.
    boolean readsLike(Print other) {
        if (!numbers.equals(other.numbers)) {
            return false;
        }
        if (words >= ENOUGH && other.words >= ENOUGH) {
            return Long.bitCount(hash ^ other.hash) <= NEAR;
        }
        return Objects.equals(day, other.day)
                && hit.source().category().equals(other.hit.source().category())
                && pairs.alike(other.pairs) >= ALIKE;
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
