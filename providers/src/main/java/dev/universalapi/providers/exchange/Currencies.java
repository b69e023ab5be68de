package dev.universalapi.providers.exchange;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// The currencies that rates are known of. Providers differ: this is the list of the one that answers.
@Operation(path = "exchange/currencies", summary = "Currencies that exchange rates are known of")
public record Currencies() implements Query<Currencies.Answer> {

    /// In no particular order.
    public record Answer(@About("one a currency") List<Currency> currencies) {
        public Answer {
            currencies = List.copyOf(currencies);
        }
    }

    /// One currency.
    public record Currency(
            @About("ISO 4217 code") String currency,
            @About("its name in English") String name) {}
}
