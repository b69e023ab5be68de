package dev.universalapi.host.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.universalapi.engine.cache.shelf.Shelf;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;

/// Answers kept in Redis, for every replica of a mode. While Redis is away it finds and keeps nothing.
public final class RedisShelf implements Shelf {
    private static final byte[] CLAIMED = {1};
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(10);

    private final RedisLink link;
    private final RedisLink patient;
    private final String prefix;

    /// @param patient for claims, which no caller waits for: two who both believe that they have one call twice
    /// @param mode `live` or `sandbox`; they share nothing
    public RedisShelf(RedisLink link, RedisLink patient, String mode) {
        this.link = link;
        this.patient = patient;
        this.prefix = "universal:answer:" + mode + ":";
    }

    @Override
    public Optional<byte[]> find(String key) {
        return link.ask(redis -> redis.get(name(key)));
    }

    @Override
    public void put(String key, byte[] bytes, Duration life) {
        if (life.toMillis() > 0) {
            var _ = link.tell(redis -> redis.psetex(name(key), life.toMillis(), bytes));
        }
    }

    @Override
    public boolean claims(String key, Duration life) {
        if (patient.state() != RedisLink.State.CONNECTED) {
            return true;
        }
        var once = SetArgs.Builder.nx().px(Math.clamp(life.toMillis(), 1, LONGEST_CLAIM.toMillis()));
        // no answer is no claim: whoever has none asks again a little later
        return patient.ask(redis -> redis.set(name("renewal:" + key), CLAIMED, once))
                .isPresent();
    }

    private byte[] name(String key) {
        return (prefix + key).getBytes(UTF_8);
    }
}
