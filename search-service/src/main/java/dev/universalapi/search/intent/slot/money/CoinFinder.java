package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds coins: `ETH` is one, `eth` in `method` is not, and Ada is a name unless its price is asked for.
public final class CoinFinder implements Finder {
    private static final Set<String> BETWEEN =
            Set.of("of", "the", "du", "de", "l", "d", "le", "la", "in", "en", "to", "coin", "token");
    private static final Map<String, String> PAIRED =
            Map.of("btc", "BTC", "eth", "ETH", "xrp", "XRP", "sol", "SOL", "ltc", "LTC", "bnb", "BNB", "ada", "ADA");

    private final Gazetteer<String> coins;
    private final Currencies currencies;

    public CoinFinder(Gazetteer<String> coins, Currencies currencies) {
        this.coins = coins;
        this.currencies = currencies;
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var sentence = reading.sentence();
        var all = coins.mentions(sentence, reading.language(), true).stream()
                .filter(mention -> isWhole(sentence, mention))
                .toList();
        for (var mention : all) {
            if (isMeant(mention, reading) || isSymbol(mention) && isBesideAnother(mention, all)) {
                var span = Candidate.span(sentence, mention.from(), mention.to());
                found.add(Candidate.of(new Slot.Coin(span, mention.value()), sureness(reading, mention)));
            }
        }
        for (var at = 0; at < sentence.size(); at++) {
            addJoined(found, sentence, at);
        }
        return found;
    }

    private static int sureness(Reading reading, Mention<String> mention) {
        return reading.isAbout(mention.from(), Cue.STOCK) && !reading.isAbout(mention.from(), Cue.CRYPTO)
                ? Candidate.COUNTRY
                : Candidate.NAMED;
    }

    private static boolean isMeant(Mention<String> mention, Reading reading) {
        if (mention.isSure()) {
            return true;
        }
        var at = mention.from();
        return reading.isAbout(at, Cue.CRYPTO) && !reading.isAbout(at, Cue.SPACE, Cue.PICTURE)
                || reading.isAbout(at, Cue.PRICE) && isBesideCue(reading, mention)
                || isAfterAmount(reading, at) && isSymbol(mention);
    }

    private static boolean isAfterAmount(Reading reading, int at) {
        return at > 0 && reading.sentence().token(at - 1).isDigits();
    }

    private static boolean isSymbol(Mention<String> mention) {
        return mention.value().length() > 2 && mention.name().written().equalsIgnoreCase(mention.value());
    }

    /// `btc/eth`, `eth vs btc`.
    private static boolean isBesideAnother(Mention<String> mention, List<Mention<String>> all) {
        return all.stream()
                .filter(Mention::isSure)
                .anyMatch(other -> other.to() <= mention.from() && mention.from() - other.to() <= 1
                        || mention.to() <= other.from() && other.from() - mention.to() <= 1);
    }

    /// Whether the price is of this: `price of ada`, `cours du sol`, `link price`.
    private static boolean isBesideCue(Reading reading, Mention<String> mention) {
        if (!reading.isAlone(mention.from(), mention.to())) {
            return false;
        }
        var before = mention.from() - 1;
        while (before >= 0 && BETWEEN.contains(reading.sentence().word(before))) {
            before--;
        }
        return before >= 0 && reading.isCue(before)
                || mention.to() < reading.sentence().size() && reading.isCue(mention.to());
    }

    private static boolean isWhole(Sentence sentence, Mention<?> mention) {
        var before = mention.from() == 0
                || sentence.token(mention.from()).gap() != Gap.GLUED
                || sentence.token(mention.from() - 1).isDigits();
        var after =
                mention.to() == sentence.size() || sentence.token(mention.to()).gap() != Gap.GLUED;
        return before && (after || sentence.has(mention.from(), "₿"));
    }

    /// `BTCEUR`, as exchanges write it.
    private void addJoined(List<Candidate> found, Sentence sentence, int at) {
        var word = sentence.word(at);
        var coin = word.length() == 6 ? PAIRED.get(word.substring(0, 3)) : null;
        if (coin != null && currencies.isPlain(word.substring(3)) && Gazetteer.isWhole(sentence, at, at + 1)) {
            var from = sentence.token(at).from();
            found.add(new Candidate(
                    Candidate.span(sentence, at, at + 1),
                    Candidate.EXACT,
                    List.of(
                            new Slot.Coin(new Slot.Span(from, from + 3), coin),
                            new Slot.Currency(
                                    new Slot.Span(from + 3, from + 6),
                                    word.substring(3).toUpperCase(Locale.ROOT)))));
        }
    }
}
