package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import java.util.List;

/// The currencies that a text means: of words that could be one, those beside which something says so.
final class Wallet {
    private static final int NEAR = 4;

    private final Currencies currencies;
    private final Reading reading;
    private final List<Quantity> numbers;
    private final List<Mention<String>> all;

    Wallet(Currencies currencies, Reading reading, List<Quantity> numbers) {
        this.currencies = currencies;
        this.reading = reading;
        this.numbers = numbers;
        this.all = currencies.in(reading.sentence(), reading.language());
    }

    List<Mention<String>> meant() {
        return all.stream().filter(this::isMeant).toList();
    }

    private boolean isMeant(Mention<String> mention) {
        var at = mention.from();
        if (mention.isSure()) {
            return isAfterNumber(mention)
                    || !reading.isAbout(at, Cue.MEDIA, Cue.SPORT)
                    || reading.isAbout(at, Cue.EXCHANGE, Cue.PRICE);
        }
        var word = reading.sentence().word(at);
        if (currencies.isCode(word) && mention.words() == 1) {
            return isBesideCode(mention)
                    || isAfterNumber(mention) && all.stream().anyMatch(Mention::isSure)
                    || reading.isAbout(at, Cue.EXCHANGE) && !currencies.isWord(word);
        }
        return isAfterNumber(mention) && isMoney(mention) || isBesideSure(mention) || isAsked(at) || isPricedIn(at);
    }

    /// Of a pound or a won of something nothing is known, but where it is converted.
    private boolean isMoney(Mention<String> mention) {
        return !reading.isAbout(mention.from(), Cue.FOOD, Cue.BOOK)
                && (all.size() > 1 || reading.isAbout(mention.from(), Cue.EXCHANGE, Cue.PRICE));
    }

    private boolean isAsked(int at) {
        return reading.isAbout(at, Cue.EXCHANGE) && !reading.isAbout(at, Cue.FOOD, Cue.BOOK, Cue.MEDIA, Cue.SPORT);
    }

    /// `price of bitcoin in pounds`.
    private boolean isPricedIn(int at) {
        var before = reading.sentence().word(at - 1);
        return (before.equals("in") || before.equals("en")) && reading.isAbout(at, Cue.PRICE, Cue.CRYPTO);
    }

    private boolean isAfterNumber(Mention<String> mention) {
        return numbers.stream().anyMatch(number -> number.to() == mention.from());
    }

    private boolean isBesideCode(Mention<String> mention) {
        return all.stream()
                .filter(other -> !other.equals(mention) && isNear(mention, other))
                .map(other -> reading.sentence().word(other.from()))
                .anyMatch(word -> currencies.isCode(word));
    }

    private boolean isBesideSure(Mention<String> mention) {
        return all.stream().anyMatch(other -> other.isSure() && isNear(mention, other));
    }

    private static boolean isNear(Mention<?> one, Mention<?> other) {
        var between = one.from() < other.from() ? other.from() - one.to() : one.from() - other.to();
        return between >= 0 && between <= NEAR;
    }
}
