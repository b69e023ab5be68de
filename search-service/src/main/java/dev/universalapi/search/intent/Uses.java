package dev.universalapi.search.intent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What each category does with slots: those it can ask by are taken out of its words, the others stay words.
final class Uses {
    private static final Map<String, Set<Kind>> BY_CATEGORY = Map.ofEntries(
            uses("weather", Kind.PLACE, Kind.COUNTRY, Kind.DAY),
            uses("crypto", Kind.COIN, Kind.CURRENCY, Kind.PAIR, Kind.AMOUNT, Kind.DAY),
            uses("exchange", Kind.CURRENCY, Kind.PAIR, Kind.AMOUNT, Kind.DAY),
            uses("stock", Kind.TICKER, Kind.CURRENCY, Kind.AMOUNT, Kind.DAY),
            uses("news", Kind.COUNTRY, Kind.DAY),
            uses("knowledge"),
            uses("paper", Kind.DOI, Kind.PMID),
            uses("book", Kind.ISBN),
            uses("film", Kind.IMDB),
            uses("music"),
            uses("media"),
            uses("food", Kind.BARCODE, Kind.AMOUNT),
            uses("medicine", Kind.TRIAL, Kind.COUNTRY, Kind.PMID),
            uses("country", Kind.COUNTRY, Kind.PLACE, Kind.CURRENCY, Kind.DAY, Kind.TONGUE),
            uses("place", Kind.PLACE, Kind.COUNTRY),
            uses("ip", Kind.IP, Kind.COUNTRY),
            uses("translation", Kind.TONGUE),
            uses("joke"),
            uses("fun"),
            uses("code"),
            uses("name", Kind.COUNTRY),
            uses("space", Kind.DAY),
            uses("sport", Kind.DAY),
            uses("travel", Kind.AIRPORT, Kind.PLACE, Kind.COUNTRY, Kind.DAY),
            uses("utility"),
            uses("fixture", Kind.AMOUNT, Kind.COUNTRY));

    private Uses() {}

    /// A kind of slots.
    enum Kind {
        PLACE,
        COUNTRY,
        CURRENCY,
        PAIR,
        COIN,
        TICKER,
        TONGUE,
        DAY,
        AMOUNT,
        IP,
        ISBN,
        DOI,
        BARCODE,
        PMID,
        AIRPORT,
        IMDB,
        TRIAL;

        static Kind of(Slot slot) {
            return switch (slot) {
                case Slot.Place _ -> PLACE;
                case Slot.Country _ -> COUNTRY;
                case Slot.Currency _ -> CURRENCY;
                case Slot.Pair _ -> PAIR;
                case Slot.Coin _ -> COIN;
                case Slot.Ticker _ -> TICKER;
                case Slot.Tongue _ -> TONGUE;
                case Slot.Day _ -> DAY;
                case Slot.Amount _ -> AMOUNT;
                case Slot.Identifier identifier -> valueOf(identifier.kind().name());
            };
        }

        /// How the classifier knows it.
        String mark() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static boolean has(String category, Slot slot) {
        return BY_CATEGORY.getOrDefault(category, Set.of()).contains(Kind.of(slot));
    }

    private static Map.Entry<String, Set<Kind>> uses(String category, Kind... kinds) {
        return Map.entry(
                category, Arrays.stream(kinds).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class))));
    }
}
