package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Told;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursor;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One question, and which answers will do.
///
/// @param cursor where in a provider's list; null for the beginning of anybody's
/// @param partition whose answers may serve and be kept: `public`, or another text where a tenant's own credential
///   brings them
/// @param organisation who asks
/// @param keepable whether anybody who may be asked lets answers be kept; where nobody does, calls are not shared
///   either
/// @param route callers of one route share calls
/// @param suits which kept answers this caller may have: by provider, terms and price
/// @param deadline the moment after which an answer is worth nothing to this caller
public record Wanted(
        OperationType type,
        Record query,
        Cursor.@Nullable Leading cursor,
        String partition,
        String organisation,
        boolean keepable,
        Route route,
        Predicate<Told> suits,
        Freshness freshness,
        Instant deadline) {

    CacheKey key() {
        var beginning = CacheKey.of(partition, type, query);
        return cursor == null ? beginning : beginning.at(cursor);
    }

    /// Where answers are kept that are this organisation's alone.
    String own() {
        return partition.equals(CacheKey.PUBLIC) ? CacheKey.of(organisation) : partition;
    }

    /// Whether an entry does, without asking anybody.
    boolean takes(Entry entry, Instant now) {
        return entry.serves(now) && suits(entry, now);
    }

    /// Whether an entry does where nobody answers.
    boolean takesOnError(Entry entry, Instant now) {
        return entry.servesOnError(now) && suits(entry, now);
    }

    private boolean suits(Entry entry, Instant now) {
        return suits.test(entry.told()) && freshness.takes(entry.age(now));
    }
}
