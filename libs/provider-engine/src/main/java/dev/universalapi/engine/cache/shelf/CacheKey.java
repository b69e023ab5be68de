package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.input.Digest;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursor;

/// Names all queries that have one answer.
///
/// @param partition whose answers these are: `public`, or an organisation's
/// @param question operation, the fingerprint of its contract, and what the query means; a changed contract never
///   meets an old answer
public record CacheKey(String partition, String question) {
    /// Where answers are everybody's.
    public static final String PUBLIC = "public";

    /// Where answers are an organisation's alone.
    public static String of(String organisation) {
        return "of " + organisation;
    }

    /// The key of a query.
    public static CacheKey of(String partition, OperationType type, Record query) {
        return new CacheKey(partition, type.path() + " " + type.schemas().fingerprint() + " " + type.meaning(query));
    }

    /// The same question further on in a provider's list: an answer of its own, and of that provider alone.
    public CacheKey at(Cursor.Leading cursor) {
        var at = cursor.position();
        var token = at.token() == null ? "" : at.token();
        var text = "%s %d %d %d %d %s"
                .formatted(cursor.provider(), at.page(), at.offset(), at.skip(), token.length(), token);
        return new CacheKey(partition, "@" + text + " " + question);
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
