package dev.universalapi.engine;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.token.Transport;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Engines as shipped, that share nothing with anybody.
final class TestEngine {
    private TestEngine() {}

    static Engine of(
            Catalogue catalogue,
            Egress egress,
            Secrets secrets,
            Receipts receipts,
            InstantSource clock,
            Supplier<List<String>> order,
            String mode) {
        return of(catalogue, egress, secrets, receipts, clock, order, mode, Observer.NONE);
    }

    /// One that is observed.
    static Engine of(
            Catalogue catalogue,
            Egress egress,
            Secrets secrets,
            Receipts receipts,
            InstantSource clock,
            Supplier<List<String>> order,
            String mode,
            Observer observer) {
        var around = new Surroundings(
                () -> catalogue,
                Transport.by(egress),
                secrets,
                receipts,
                CountedQuotas.alone(clock),
                Shelf.NONE,
                clock,
                mode);
        var shipped = Tuning.DEFAULT;
        var tuning = new Tuning(order, shipped.weights(), shipped.pace(), shipped.effort(), shipped.lifetimes());
        return new Engine(around, tuning, observer);
    }
}
