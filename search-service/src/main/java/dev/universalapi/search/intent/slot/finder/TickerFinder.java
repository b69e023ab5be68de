package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.slot.text.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds shares: by symbol, by cashtag, and by the company's name where the query is about shares.
public final class TickerFinder implements Finder {
    private record Symbol(String text, boolean isWord) {}

    private final Gazetteer<String> companies;
    private final Map<String, Symbol> symbols = new HashMap<>();

    public TickerFinder() {
        var entries = Entries.of("tickers.txt");
        for (var entry : entries) {
            var symbol = plain(entry.key());
            symbols.put(Sentence.keyOf(symbol), new Symbol(symbol, entry.key().startsWith("?")));
        }
        companies = Gazetteer.of(entries, TickerFinder::plain);
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var sentence = reading.sentence();
        for (var at = 0; at < sentence.size(); at++) {
            addSymbols(found, reading, at);
            addCashtag(found, reading, at);
        }
        for (var mention : companies.mentions(sentence, reading.language(), false)) {
            if (isMeant(mention, reading)) {
                var sure = reading.isAbout(mention.from(), Cue.STOCK) ? Candidate.NAMED + 1 : Candidate.PLACE;
                found.add(candidate(reading, mention.from(), mention.to(), mention.value(), sure));
            }
        }
        return found;
    }

    private void addSymbols(List<Candidate> found, Reading reading, int at) {
        var sentence = reading.sentence();
        for (var words = Math.min(3, sentence.size() - at); words > 0; words--) {
            var symbol = symbols.get(sentence.key(at, words));
            if (symbol != null
                    && Gazetteer.isWhole(sentence, at, at + words)
                    && isWritten(symbol, reading, at, at + words)) {
                var sure = reading.isAbout(at, Cue.STOCK) ? Candidate.NAMED + 1 : Candidate.COUNTRY;
                found.add(candidate(reading, at, at + words, symbol.text(), sure));
            }
        }
    }

    private static boolean isWritten(Symbol symbol, Reading reading, int from, int to) {
        var sentence = reading.sentence();
        var first = sentence.token(from);
        var large = first.shape() == Shape.CAPITALS || first.to() - first.from() == 1 && first.isLarge();
        if (symbol.text().startsWith("^")
                || to - from > 1 && sentence.token(from + 1).gap() != Gap.DOT) {
            return false;
        }
        var stock = reading.isAbout(from, Cue.STOCK);
        if (symbol.isWord()) {
            return large && sentence.mindsLetters() && stock;
        }
        var loud = large && (sentence.mindsLetters() || reading.isAlone(from, to));
        return loud || (stock || reading.isAlone(from, to)) && symbol.text().length() > 3;
    }

    private void addCashtag(List<Candidate> found, Reading reading, int at) {
        var sentence = reading.sentence();
        if (at == 0 || !sentence.has(at - 1, "$") || sentence.token(at).gap() != Gap.GLUED) {
            return;
        }
        var token = sentence.token(at);
        var symbol = sentence.written(at).toUpperCase(Locale.ROOT);
        if (!token.isDigits() && symbol.length() <= 5 && (symbols.containsKey(token.word()) || token.isLarge())) {
            found.add(candidate(reading, at - 1, at + 1, symbol, Candidate.NAMED - 1));
        }
    }

    /// With words of the exchange any company is a share; beside a price alone, only one whose name is nothing else and
    /// that is asked for alone.
    private static boolean isMeant(Mention<String> mention, Reading reading) {
        var at = mention.from();
        if (mention.value().startsWith("^") || reading.isAbout(at, Cue.STOCK)) {
            return !reading.isAbout(at, Cue.FOOD) || mention.isSure();
        }
        return mention.isSure()
                && reading.isAbout(at, Cue.PRICE)
                && reading.isAlone(at, mention.to())
                && !reading.isAbout(at, Cue.TRAVEL, Cue.FOOD, Cue.MEDIA);
    }

    private static Candidate candidate(Reading reading, int from, int to, String symbol, int sure) {
        return Candidate.of(new Slot.Ticker(Candidate.span(reading.sentence(), from, to), symbol), sure);
    }

    private static String plain(String key) {
        return key.startsWith("?") ? key.substring(1) : key;
    }
}
