package dev.universalapi.engine;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One question as it came in.
///
/// @param known the attempts for it that are over, for one whose time is up before all are
/// @param providers the catalogue that it sees from beginning to end
record Enquiry(
        OperationType type, Record query, Asking asking, List<Attempt> known, Catalogue providers, Instant askedAt) {
    Enquiry(OperationType type, Record query, Asking asking, Catalogue providers, Instant askedAt) {
        this(type, query, asking, new CopyOnWriteArrayList<>(), providers, askedAt);
    }
}
