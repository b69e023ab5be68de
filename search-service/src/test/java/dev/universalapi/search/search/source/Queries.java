package dev.universalapi.search.search.source;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.providers.Content;
import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.time.LocalDate;
import java.util.List;

/// Queries as they are understood, on a Thursday.
public final class Queries {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    public static final Slot.Span SPAN = new Slot.Span(0, 1);
    public static final Slot LYON = new Slot.Place(SPAN, "Lyon", "FR", 45.75, 4.85, 513_275);
    public static final Slot BITCOIN = new Slot.Coin(SPAN, "BTC");
    public static final List<OperationType> OPERATIONS =
            Operations.beside(Content.class).all();
    public static final Sources SOURCES = Sources.load(OPERATIONS, OPERATIONS);

    private Queries() {}

    public static Intent intent(String category, String text, String rest, Slot... slots) {
        return new Intent(category, 0.9, text, List.of(slots), rest);
    }

    public static Given given(Language language, String category, String text, String rest, Slot... slots) {
        return new Given(intent(category, text, rest, slots), language, TODAY, 10);
    }

    public static Slot day(int from, int to) {
        return new Slot.Day(SPAN, TODAY.plusDays(from), TODAY.plusDays(to));
    }

    public static Source source(String path) {
        return SOURCES.of(path.substring(0, path.indexOf('/'))).stream()
                .filter(source -> source.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
