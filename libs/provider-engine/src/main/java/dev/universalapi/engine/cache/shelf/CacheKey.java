package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.input.Digest;
import dev.universalapi.engine.operation.OperationType;

/// Names all queries that have one answer.
///
/// @param partition whose answers these are: `public`, or an organisation's
/// @param question operation, the fingerprint of its contract, and what the query means; a changed contract never
///   meets an old answer
public record CacheKey(String partition, String question) {
    /// Where answers are everybody's.
    public static final String PUBLIC = "public";

    /// The key of a query.
    public static CacheKey of(String partition, OperationType type, Record query) {
        return new CacheKey(partition, type.path() + " " + type.schemas().fingerprint() + " " + type.meaning(query));
    }

    /// The same question, in another partition.
    public CacheKey in(String other) {
        return partition.equals(other) ? this : new CacheKey(other, question);
    }

    /// SHA-256 in 64 hexadecimal digits: short, and tells nothing of the question.
    public String digest() {
        return Digest.of(partition.length() + " " + partition + " " + question);
    }
}
