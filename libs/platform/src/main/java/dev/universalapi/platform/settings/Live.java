package dev.universalapi.platform.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A setting that may change while the process runs: [#get] is what holds now, so ask it each time.
///
/// @param <T> a record annotated with `@ConfigurationProperties("universal.live.…")`; its constructor throws
///     [IllegalArgumentException] for values that cannot be
public final class Live<T extends Record> {
    private final String prefix;
    private final Class<T> type;
    private volatile T current;
    private volatile @Nullable String complaint;

    Live(String prefix, Class<T> type, T first) {
        this.prefix = prefix;
        this.type = type;
        this.current = first;
    }

    /// One that stays as it is; for tests and for code without config-server.
    public static <T extends Record> Live<T> fixed(T value) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) value.getClass();
        return new Live<>("fixed", type, value);
    }

    /// The last valid value.
    public T get() {
        return current;
    }

    /// Why the value that is configured now is not the one in force; empty if it is.
    public Optional<String> complaint() {
        return Optional.ofNullable(complaint);
    }

    String prefix() {
        return prefix;
    }

    Class<T> type() {
        return type;
    }

    /// True if that made a difference.
    boolean accept(T value) {
        complaint = null;
        var changed = !value.equals(current);
        current = value;
        return changed;
    }

    /// True if it was not known yet.
    boolean refuse(String why) {
        var isNew = !why.equals(complaint);
        complaint = why;
        return isNew;
    }
}
