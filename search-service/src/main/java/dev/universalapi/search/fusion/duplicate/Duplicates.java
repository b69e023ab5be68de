package dev.universalapi.search.fusion.duplicate;

import dev.universalapi.search.fusion.Fingerprint;
import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.word.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Folds the hits that are the same thing: by what the world calls it (`doi:…`), by address, by what they say. All
/// pairs are compared: for the hundred hits of a search that is less work than an index of bands.
public final class Duplicates {
    private static final int TELLING = 300;

    private final List<Reading> pool;
    private final List<Print> prints;
    private final List<Optional<String>> addresses;
    private final int[] groups;

    private Duplicates(List<Reading> pool, Set<String> stopped) {
        this.pool = pool;
        this.prints = Print.of(pool, stopped);
        this.addresses = addresses();
        this.groups = IntStream.range(0, pool.size()).toArray();
    }

    /// The things that a pool is about, in the order of their first hits.
    ///
    /// @param stopped stems that every text has
    public static List<Thing> fold(List<Reading> pool, Set<String> stopped) {
        var duplicates = new Duplicates(pool, stopped);
        duplicates.foldBy(duplicates::entity);
        duplicates.foldBy(duplicates.addresses::get);
        duplicates.foldBy(duplicates::content);
        duplicates.foldAlike();
        return Arrays.stream(duplicates.groups)
                .distinct()
                .mapToObj(duplicates::thing)
                .toList();
    }

    /// Addresses that are those of one thing: one that a source gives to several titles is that of a site.
    private List<Optional<String>> addresses() {
        var keys = prints.stream()
                .map(print -> Optional.ofNullable(print.hit().url()).map(CanonicalUrl::of))
                .toList();
        var titles = new HashMap<String, Map<Hit.Source, String>>();
        var several = new HashSet<String>();
        for (var at = 0; at < keys.size(); at++) {
            var hit = prints.get(at).hit();
            keys.get(at).ifPresent(key -> {
                var first = titles.computeIfAbsent(key, _ -> new HashMap<>()).putIfAbsent(hit.source(), hit.title());
                if (first != null && !first.equals(hit.title())) {
                    several.add(key);
                }
            });
        }
        return keys.stream()
                .map(key -> key.filter(own -> !several.contains(own)))
                .toList();
    }

    private Optional<String> entity(int at) {
        return Optional.ofNullable(prints.get(at).entity());
    }

    /// All that a hit says which has no other name: two that agree in it are one that was found twice.
    private Optional<String> content(int at) {
        if (entity(at).isPresent() || addresses.get(at).isPresent()) {
            return Optional.empty();
        }
        var hit = prints.get(at).hit();
        return Optional.of(String.join(
                "\n",
                hit.source().provider(),
                hit.source().operation(),
                hit.title(),
                String.valueOf(hit.at()),
                hit.text(),
                hit.data().toString()));
    }

    private void foldBy(IntFunction<Optional<String>> key) {
        var first = new HashMap<String, Integer>();
        for (var at = 0; at < groups.length; at++) {
            var own = key.apply(at);
            if (own.isPresent()) {
                var other = first.putIfAbsent(own.get(), at);
                fold(other == null ? at : other, at);
            }
        }
    }

    private void foldAlike() {
        for (var one = 0; one < groups.length; one++) {
            for (var other = one + 1; other < groups.length; other++) {
                if (groups[one] != groups[other] && prints.get(one).readsLike(prints.get(other))) {
                    fold(one, other);
                }
            }
        }
    }

    private void fold(int one, int other) {
        var into = groups[one];
        var from = groups[other];
        if (into != from && members(into).noneMatch(each -> members(from).anyMatch(its -> areOther(each, its)))) {
            members(from).forEach(at -> groups[at] = into);
        }
    }

    private boolean areOther(int one, int other) {
        return prints.get(one).isOtherThan(prints.get(other));
    }

    private IntStream members(int group) {
        return IntStream.range(0, groups.length).filter(at -> groups[at] == group);
    }

    private Thing thing(int group) {
        var members = members(group).boxed().toList();
        var best = members.stream()
                .map(pool::get)
                .min(Comparator.comparingInt(Duplicates::tells)
                        .reversed()
                        .thenComparingInt(each -> each.hit().rank()))
                .orElseThrow();
        var sources = members.stream().map(at -> prints.get(at).hit().source()).collect(Collectors.toSet());
        return new Thing(
                id(members),
                best,
                sources.stream()
                        .filter(source -> !source.equals(best.hit().source()))
                        .sorted(Comparator.comparing(Hit.Source::provider).thenComparing(Hit.Source::operation))
                        .toList(),
                sources.stream().map(Hit.Source::category).collect(Collectors.toSet()));
    }

    private static int tells(Reading reading) {
        var hit = reading.hit();
        return Math.min(TELLING, hit.title().length() + hit.text().length()) + (hit.url() == null ? 0 : 1);
    }

    private String id(List<Integer> members) {
        var key = Stream.<IntFunction<Optional<String>>>of(this::entity, addresses::get, this::content)
                .flatMap(kind -> members.stream()
                        .flatMap(at -> kind.apply(at).stream())
                        .sorted()
                        .limit(1))
                .findFirst()
                .orElseThrow();
        return Fingerprint.of(key).hexadecimal();
    }
}
