package dev.universalapi.engine.cache.shelf;

import java.time.Duration;
import java.util.Optional;

/// Bytes kept beyond this process, where other replicas find them. It may forget, and it may be away.
public interface Shelf {
    /// Keeps nothing.
    Shelf NONE = new Shelf() {
        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, byte[] bytes, Duration life) {
            // nothing is kept
        }

        @Override
        public boolean claims(String key, Duration life) {
            return true;
        }
    };

    /// What was put under that key, if it is still there and the shelf answers soon; it never throws.
    Optional<byte[]> find(String key);

    /// Whether this process alone is to renew what is kept under that key, for that long. Where the shelf is away,
    /// every process is told so; it never throws.
    boolean claims(String key, Duration life);

    /// Keeps bytes for that long, if it can; it never throws.
    void put(String key, byte[] bytes, Duration life);
}
