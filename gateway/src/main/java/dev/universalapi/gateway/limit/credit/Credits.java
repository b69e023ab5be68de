package dev.universalapi.gateway.limit.credit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Spares busy callers the way to Redis: where one call follows the other, the next ones are counted with it. Nothing
/// is let in that was not counted before; what nobody comes for within a moment is given back.
///
/// @param <K> calls that are limited by the same
/// @param <T> what is known when units are counted
public final class Credits<K, T> {
    private static final int MOST = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Duration life;
    private final int most;
    private final LongSupplier nanos;
    private final Cache<K, Purse<T>> purses =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();
    /// No more than calls are under way, and those of the last moment.
    private final Set<Credit<T>> open = ConcurrentHashMap.newKeySet();

    /// @param life of units that nobody comes for
    /// @param most units that are counted at once; 1 to count none ahead
    /// @param nanos a clock that only goes on
    public Credits(Duration life, int most, LongSupplier nanos) {
        this.life = life;
        this.most = most;
        this.nanos = nanos;
    }

    /// One unit of what is there.
    public Optional<Unit<T>> take(K key) {
        var purse = purses.getIfPresent(key);
        return purse == null ? Optional.empty() : purse.take(nanos.getAsLong());
    }

    /// How many units to count for one call; what came of it is told by [#open] or [#none].
    public int wanted(K key) {
        return purse(key).wanted(nanos.getAsLong());
    }

    /// So many units were counted; one of them is for the call that had them counted.
    ///
    /// @param units 2 or more
    /// @param longest they may be used, if that is less than usual
    /// @param ending hears what came of them
    public Unit<T> open(K key, int units, Duration longest, T known, Ending ending) {
        var now = nanos.getAsLong();
        var until = now + (longest.compareTo(life) < 0 ? longest : life).toNanos();
        var credit = new Credit<>(units, now, Math.max(until, now + 1), known, ending);
        var first = credit.take(now, false).orElseThrow();
        open.add(credit);
        purse(key).counted(credit);
        return first;
    }

    /// Nothing was counted ahead.
    public void none(K key) {
        purse(key).counted(null);
    }

    /// Gives back and tells what is due; to be called several times in the life of a unit.
    public void tend() {
        var now = nanos.getAsLong();
        open.removeIf(credit -> credit.tend(now));
    }

    private Purse<T> purse(K key) {
        return purses.get(key, _ -> new Purse<>(life.toNanos(), most));
    }
}
