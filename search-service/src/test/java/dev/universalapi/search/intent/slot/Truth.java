package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a query has in it, as the tables of truth write it.
record Truth(Language language, String query, String slots) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Slots FINDER = Slots.load();

    static List<Truth> all() {
        try (var table = Objects.requireNonNull(Truth.class.getResourceAsStream("/slots.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Truth(Language.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(List<Slot> slots) {
        return slots.stream().map(Truth::of).collect(Collectors.joining(";"));
    }

    private static String of(Slot slot) {
        return switch (slot) {
            case Slot.Place place -> "place=" + place.name() + "/" + place.country();
            case Slot.Country country -> "country=" + country.code();
            case Slot.Currency currency -> "currency=" + currency.code();
            case Slot.Pair pair -> "pair=" + pair.base() + "/" + pair.quote();
            case Slot.Coin coin -> "coin=" + coin.symbol();
            case Slot.Ticker ticker -> "ticker=" + ticker.symbol();
            case Slot.Tongue tongue -> "language=" + tongue.tag();
            case Slot.Day day -> "day=" + of(day);
            case Slot.Amount amount -> "amount=" + amount.value().toPlainString();
            case Slot.Identifier identifier ->
                identifier.kind().name().toLowerCase(Locale.ROOT) + "=" + identifier.value();
        };
    }

    private static String of(Slot.Day day) {
        return day.first().equals(day.last()) ? day.first().toString() : day.first() + ".." + day.last();
    }
}
