package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Readings;
import dev.universalapi.search.intent.slot.day.DayFinder;
import dev.universalapi.search.intent.slot.finder.AirportFinder;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.CountryFinder;
import dev.universalapi.search.intent.slot.finder.Finder;
import dev.universalapi.search.intent.slot.finder.PlaceFinder;
import dev.universalapi.search.intent.slot.finder.ShieldFinder;
import dev.universalapi.search.intent.slot.finder.TickerFinder;
import dev.universalapi.search.intent.slot.finder.TongueFinder;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Regions;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.slot.money.CoinFinder;
import dev.universalapi.search.intent.slot.money.Currencies;
import dev.universalapi.search.intent.slot.money.MoneyFinder;
import dev.universalapi.search.intent.slot.number.CodeFinder;
import dev.universalapi.search.intent.slot.number.DigitsFinder;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what in a text has a meaning of its own, in a time that grows with its length alone. Immutable, and safe for
/// many threads.
public final class Slots {
    /// Nothing is looked for after so many characters.
    private static final int LONGEST = 2000;

    /// Those that need no others, and say which words are understood.
    private final List<Finder> first;

    private final List<Finder> then;
    private final Known known;
    private final Readings readings;

    private Slots(List<Finder> first, List<Finder> then, Known known, Readings readings) {
        this.first = first;
        this.then = then;
        this.known = known;
        this.readings = readings;
    }

    /// Reads all gazetteers, which takes about a second of one core.
    public static Slots load() {
        var towns = Towns.load();
        var countries = Gazetteer.read("countries.txt", code -> code);
        var coins = Gazetteer.read("coins.txt", symbol -> symbol);
        var currencies = Currencies.load();
        return new Slots(
                List.of(new CodeFinder(), new DigitsFinder(), new DayFinder()),
                List.of(
                        new ShieldFinder(),
                        new MoneyFinder(currencies, coins),
                        new CoinFinder(coins, currencies),
                        new TongueFinder(Gazetteer.read("tongues.txt", tag -> tag)),
                        new TickerFinder(),
                        new CountryFinder(countries),
                        new AirportFinder(towns),
                        new PlaceFinder(towns, Regions.load(), countries),
                        new MisspeltFinder(towns)),
                Known.of(towns, currencies),
                Readings.load());
    }

    /// The slots of a text, none of which overlap, in its order.
    ///
    /// @param today what `tomorrow` is counted from
    public List<Slot> find(String text, Language language, LocalDate today) {
        var reading = readings.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text, language, today);
        var candidates = new ArrayList<Candidate>();
        first.forEach(finder -> candidates.addAll(finder.find(reading)));
        reading.take(candidates.stream().map(Candidate::span).toList());
        then.forEach(finder -> candidates.addAll(finder.find(reading)));
        return Selection.of(candidates);
    }

    /// The place, coin or currency whose name is nearest to a misspelt one; empty for a name that is known as it is.
    public Optional<String> nearest(String word) {
        return known.nearest(Sentence.keyOf(word));
    }

    /// Places and coins whose names begin so, the largest first.
    public List<Suggestion> suggest(String prefix, int limit) {
        return known.suggest(Sentence.keyOf(prefix), limit);
    }
}
