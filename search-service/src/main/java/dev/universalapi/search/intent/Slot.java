package dev.universalapi.search.intent;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Something in a query that has a meaning of its own.
public sealed interface Slot {
    /// Where in the text it stands: from its first character to the one after its last.
    Span span();

    /// A part of a text, in UTF-16 units.
    record Span(int from, int to) {}

    /// @param name as gazetteers have it: `Lyon`
    /// @param country ISO 3166-1 alpha-2
    /// @param latitude degrees north
    /// @param longitude degrees east
    record Place(Span span, String name, String country, double latitude, double longitude, long population)
            implements Slot {}

    /// @param code ISO 3166-1 alpha-2
    record Country(Span span, String code) implements Slot {}

    /// @param code ISO 4217
    record Currency(Span span, String code) implements Slot {}

    /// Two currencies, from the one to the other; ISO 4217.
    record Pair(Span span, String base, String quote) implements Slot {}

    /// @param symbol `BTC`
    record Coin(Span span, String symbol) implements Slot {}

    /// @param symbol of a share: `AAPL`
    record Ticker(Span span, String symbol) implements Slot {}

    /// A language that is spoken of.
    ///
    /// @param tag BCP 47: `en`
    record Tongue(Span span, String tag) implements Slot {}

    /// Days, both included; one day where they are the same.
    record Day(Span span, LocalDate first, LocalDate last) implements Slot {}

    record Amount(Span span, BigDecimal value) implements Slot {}

    /// What has a number or a name that the world agrees on.
    ///
    /// @param value in the canonical form of its kind
    record Identifier(Span span, Kind kind, String value) implements Slot {
        /// Kinds of identifiers: an ISBN has 13 digits, a DOI no prefix, a barcode is an EAN or UPC, an airport is by
        /// IATA.
        public enum Kind {
            IP,
            ISBN,
            DOI,
            BARCODE,
            PMID,
            AIRPORT,
            IMDB,
            TRIAL
        }
    }
}
