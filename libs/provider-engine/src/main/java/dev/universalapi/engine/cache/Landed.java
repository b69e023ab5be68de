package dev.universalapi.engine.cache;

import org.jspecify.annotations.Nullable;

/// What a [Flight] comes back with.
sealed interface Landed<R> {

    /// The partition whose callers alone may have it; null if all may.
    @Nullable
    String owner();

    /// An entry was there after all, in this process or on the shelf.
    record Found<R>(Keeper.Kept kept, How how, @Nullable String owner) implements Landed<R> {}

    /// Providers were asked, now or a moment ago.
    ///
    /// @param how what it is to the one who asked
    record Asked<R>(Loaded<R> loaded, How how, @Nullable String owner) implements Landed<R> {}
}
