package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The places of the world by their names, the one that is meant most often first.
public final class Towns {
    private static final Town[] NONE = {};
    private static final Pattern BAR = Pattern.compile("\\|");

    private final Map<String, Town[]> towns;
    private final Set<String> firsts;
    private final Map<String, Town[]> elsewhere;

    private Towns(Map<String, Town[]> towns, Set<String> firsts, Map<String, Town[]> elsewhere) {
        this.towns = towns;
        this.firsts = firsts;
        this.elsewhere = elsewhere;
    }

    public static Towns load() {
        var towns = new HashMap<String, Town[]>(1 << 17);
        var places = new Cells("places.tsv.gz");
        while (places.next()) {
            var cells = places.row();
            var town = Town.read(cells);
            add(towns, Sentence.keyOf(town.name()), town);
            if (!cells.get(7).isEmpty()) {
                BAR.splitAsStream(cells.get(7)).forEach(other -> add(towns, Sentence.keyOf(other), town));
            }
        }
        var firsts = new HashMap<String, Town>();
        var elsewhere = new HashMap<String, Town[]>();
        for (var exonym : Exonym.read()) {
            var town = first(towns, exonym);
            switch (exonym.rank()) {
                case ELSEWHERE -> add(elsewhere, exonym.key(), town);
                case FIRST -> {
                    firsts.put(exonym.key(), town);
                    add(towns, exonym.key(), town);
                }
                case BY_PEOPLE -> add(towns, exonym.key(), town);
            }
        }
        towns.forEach((key, all) -> sort(all, firsts.get(key)));
        return new Towns(towns, firsts.keySet(), elsewhere);
    }

    private static void sort(Town[] all, @Nullable Town first) {
        if (all.length > 1) {
            Arrays.sort(
                    all,
                    Comparator.comparing((Town town) -> !Objects.equals(town, first))
                            .thenComparingInt(town -> -town.population()));
        }
    }

    /// The towns of that name, the one that is meant by it alone first.
    public List<Town> named(String key, Language language) {
        var all = towns.getOrDefault(key, NONE);
        return language == Language.EN || all.length < 2 || firsts.contains(key) ? List.of(all) : ofFrance(all);
    }

    /// Who asks in French means the one in France, unless another has ten times its people.
    private static List<Town> ofFrance(Town[] all) {
        var sorted = new ArrayList<>(List.of(all));
        var least = all[0].population() / 10;
        sorted.stream()
                .filter(town -> town.country().equals("FR") && town.population() >= least)
                .findFirst()
                .ifPresent(town -> {
                    sorted.remove(town);
                    sorted.addFirst(town);
                });
        return List.copyOf(sorted);
    }

    /// These, and those that are only meant where a country or a region follows.
    public List<Town> anywhere(String key, Language language) {
        var more = elsewhere.get(key);
        if (more == null) {
            return named(key, language);
        }
        var all = new ArrayList<>(named(key, language));
        all.addAll(List.of(more));
        return all;
    }

    public boolean isName(String key) {
        return towns.containsKey(key) || elsewhere.containsKey(key);
    }

    /// Names in their order, for what begins like something.
    public Map<String, Town> largest(int people) {
        var found = new TreeMap<String, Town>();
        towns.forEach((key, all) -> {
            if (all[0].population() >= people) {
                found.put(key, all[0]);
            }
        });
        return found;
    }

    private static Town first(Map<String, Town[]> towns, Exonym exonym) {
        return Arrays.stream(towns.getOrDefault(Sentence.keyOf(exonym.name()), NONE))
                .filter(town -> town.country().equals(exonym.country()))
                .max(Comparator.comparingInt(Town::population))
                .orElseThrow(() -> new IllegalStateException("no town for " + exonym));
    }

    private static void add(Map<String, Town[]> towns, String key, Town town) {
        if (!key.isEmpty()) {
            towns.merge(key, new Town[] {town}, Towns::joined);
        }
    }

    private static Town[] joined(Town[] some, Town[] more) {
        if (Arrays.asList(some).contains(more[0])) {
            return some;
        }
        var all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more[0];
        return all;
    }
}
