package dev.universalapi.engine;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.OperationType;
import java.time.Instant;

/// One question as it came in.
///
/// @param providers the catalogue that it sees from beginning to end
record Enquiry(OperationType type, Record query, Asking asking, Catalogue providers, Instant askedAt) {}
