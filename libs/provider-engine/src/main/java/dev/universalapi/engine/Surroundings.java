package dev.universalapi.engine;

import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.engine.token.Transport;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What an engine stands in, and shares with no engine of another mode but the catalogue and the receipts.
///
/// @param catalogue the catalogue as it is now; one question sees one catalogue
/// @param transport out into the world, or to the sandbox
/// @param quotas counted by all replicas
/// @param own what organisations have of their own
/// @param switches what operators have switched off, as it is now
/// @param shelf where other replicas find what this one keeps
/// @param mode `live` or `sandbox`, as answers tell it
public record Surroundings(
        Supplier<Catalogue> catalogue,
        Transport transport,
        Secrets secrets,
        OwnCredentials own,
        Switches switches,
        Receipts receipts,
        Quotas quotas,
        Shelf shelf,
        InstantSource clock,
        String mode) {
    /// Where nothing is ever switched off.
    public Surroundings(
            Supplier<Catalogue> catalogue,
            Transport transport,
            Secrets secrets,
            OwnCredentials own,
            Receipts receipts,
            Quotas quotas,
            Shelf shelf,
            InstantSource clock,
            String mode) {
        this(catalogue, transport, secrets, own, Switches.NONE, receipts, quotas, shelf, clock, mode);
    }

    /// Where no organisation has a credential of its own either.
    public Surroundings(
            Supplier<Catalogue> catalogue,
            Transport transport,
            Secrets secrets,
            Receipts receipts,
            Quotas quotas,
            Shelf shelf,
            InstantSource clock,
            String mode) {
        this(catalogue, transport, secrets, OwnCredentials.NONE, receipts, quotas, shelf, clock, mode);
    }

    boolean sandbox() {
        return mode.equals("sandbox");
    }
}
