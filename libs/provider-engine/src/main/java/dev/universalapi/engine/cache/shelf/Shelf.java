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
    };

    /// What was put under that key, if it is still there and the shelf answers soon; it never throws.
    Optional<byte[]> find(String key);

    /// Keeps bytes for that long, if it can; it never throws.
    void put(String key, byte[] bytes, Duration life);
}
