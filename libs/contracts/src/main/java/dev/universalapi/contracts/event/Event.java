package dev.universalapi.contracts.event;

import java.time.Instant;

/// Something that has happened: a record with [Wire] on it, in the package of its owner. A version only ever gains
/// components that may be null; a break is another record with another wire name.
public interface Event {
    /// Whose it is. Events of one organisation and owner keep their order.
    String organisation();

    /// Names the logical event: the same whenever, and however often, the same thing is told. With the name of the
    /// service that tells it, it is the identity by which consumers know a repetition.
    String id();

    /// When it happened; the same at each telling.
    Instant at();
}
