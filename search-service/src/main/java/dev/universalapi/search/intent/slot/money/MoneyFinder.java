package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import dev.universalapi.search.intent.slot.gazetteer.Need;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.slot.text.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds amounts, currencies, and pairs of currencies.
public final class MoneyFinder implements Finder {
    private static final Set<String> OF = Set.of("de", "d", "of", "en");

    private final Currencies currencies;
    private final Gazetteer<String> coins;

    public MoneyFinder(Currencies currencies, Gazetteer<String> coins) {
        this.currencies = currencies;
        this.coins = coins;
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var sentence = reading.sentence();
        var numbers = Numbers.in(reading);
        var mentions = new Wallet(currencies, reading, numbers).meant();
        var found = new ArrayList<Candidate>();
        for (var number : numbers) {
            if (isAmount(reading, number, mentions)) {
                found.add(amount(sentence, number));
            }
        }
        Pairs.in(reading, mentions, numbers, found);
        for (var at = 0; at < sentence.size(); at++) {
            addJoined(found, sentence, at);
        }
        return found;
    }

    private boolean isAmount(Reading reading, Quantity number, List<Mention<String>> mentions) {
        var sentence = reading.sentence();
        var next = number.to();
        if (next + 1 < sentence.size()
                && OF.contains(sentence.word(next))
                && number.value().signum() != 0) {
            next = sentence.word(next).equals("en") ? next : next + 1;
        }
        var unit = next;
        if (mentions.stream().anyMatch(mention -> mention.from() == unit) || isCoin(reading, unit)) {
            return true;
        }
        var before = number.from() - 1;
        return mentions.stream()
                        .anyMatch(mention -> mention.to() == number.from() && isWrittenBefore(sentence, mention))
                || reading.isAbout(number.from(), Cue.EXCHANGE)
                        && !mentions.isEmpty()
                        && reading.isCue(before)
                        && reading.isQuiet(number.to() < sentence.size() ? number.to() : before);
    }

    private boolean isCoin(Reading reading, int at) {
        var one = reading.sentence().key(at, 1);
        var two = reading.sentence().key(at, 2);
        return one != null && isCoin(one) || two != null && isCoin(two);
    }

    /// A coin's symbol is enough after a number, and so is a name that is nothing else.
    private boolean isCoin(String key) {
        return coins.named(key).stream()
                .anyMatch(name -> name.need() == Need.NOTHING
                        || name.value().length() > 2 && name.written().equalsIgnoreCase(name.value()));
    }

    /// Signs and codes stand before an amount; words do not: `euro 2024` is none.
    private boolean isWrittenBefore(Sentence sentence, Mention<String> mention) {
        return mention.words() == 1 && currencies.isCode(sentence.word(mention.from()))
                || isSign(sentence, mention.to() - 1);
    }

    private static boolean isSign(Sentence sentence, int at) {
        return sentence.token(at).shape() == Shape.SIGN;
    }

    private static Candidate amount(Sentence sentence, Quantity number) {
        var span = Candidate.span(sentence, number.from(), number.to());
        return Candidate.of(new Slot.Amount(span, number.value()), Candidate.NAMED);
    }

    /// `EURUSD`, as banks write it.
    private void addJoined(List<Candidate> found, Sentence sentence, int at) {
        var word = sentence.word(at);
        if (word.length() == 6 && Gazetteer.isWhole(sentence, at, at + 1)) {
            var base = word.substring(0, 3);
            var quote = word.substring(3);
            var known = currencies.isPlain(base) && currencies.isCode(quote)
                    || currencies.isCode(base) && currencies.isPlain(quote);
            if (known && !base.equals(quote)) {
                var span = Candidate.span(sentence, at, at + 1);
                found.add(Candidate.of(Pairs.pair(span, base, quote), Candidate.EXACT));
            }
        }
    }
}
