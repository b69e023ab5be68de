package dev.universalapi.search.search.answer;

import dev.universalapi.search.intent.Slot;
import java.util.Locale;

/// Something in a query that has a meaning of its own.
///
/// @param type `place`, `country`, `currency`, `pair`, `coin`, `ticker`, `language`, `day`, `amount`, `ip`, `isbn`,
///     `doi`, `barcode`, `pmid`, `airport`, `imdb`, `trial`
/// @param value in its canonical form: `Lyon/FR`, `EUR/USD`, `2026-11-28..2026-11-29`
/// @param from where it begins in the query
/// @param to where it ends
record FoundSlot(String type, String value, int from, int to) {

    /// As a caller is told of it.
    static FoundSlot of(Slot slot) {
        var span = slot.span();
        return new FoundSlot(type(slot), value(slot), span.from(), span.to());
    }

    private static String type(Slot slot) {
        return switch (slot) {
            case Slot.Place _ -> "place";
            case Slot.Country _ -> "country";
            case Slot.Currency _ -> "currency";
            case Slot.Pair _ -> "pair";
            case Slot.Coin _ -> "coin";
            case Slot.Ticker _ -> "ticker";
            case Slot.Tongue _ -> "language";
            case Slot.Day _ -> "day";
            case Slot.Amount _ -> "amount";
            case Slot.Identifier identifier -> identifier.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String value(Slot slot) {
        return switch (slot) {
            case Slot.Place place -> place.name() + "/" + place.country();
            case Slot.Country country -> country.code();
            case Slot.Currency currency -> currency.code();
            case Slot.Pair pair -> pair.base() + "/" + pair.quote();
            case Slot.Coin coin -> coin.symbol();
            case Slot.Ticker ticker -> ticker.symbol();
            case Slot.Tongue tongue -> tongue.tag();
            case Slot.Day day ->
                day.first().equals(day.last()) ? day.first().toString() : day.first() + ".." + day.last();
            case Slot.Amount amount -> amount.value().toPlainString();
            case Slot.Identifier identifier -> identifier.value();
        };
    }
}
