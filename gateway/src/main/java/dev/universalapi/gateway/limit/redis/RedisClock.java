package dev.universalapi.gateway.limit.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The time of Redis, which all gateways have in common; this machine's where Redis was never heard.
public final class RedisClock implements InstantSource {
    /// How far a gateway's own clock may be off before it is no longer ready.
    static final Duration SKEW = Duration.ofSeconds(30);

    private final RedisLink link;
    private final InstantSource here;
    private volatile Duration ahead = Duration.ZERO;

    /// @param here the clock of this machine
    public RedisClock(RedisLink link, InstantSource here) {
        this.link = link;
        this.here = here;
    }

    @Override
    public Instant instant() {
        return here.instant().plus(ahead);
    }

    /// Asks Redis for its time.
    public CompletableFuture<Boolean> compare() {
        var asked = here.instant();
        return link.ask(RedisAsyncCommands::time).handle((time, _) -> {
            if (time == null) {
                return false;
            }
            var heard = here.instant();
            // Redis looked at its clock somewhere between
            ahead = Duration.between(asked.plus(Duration.between(asked, heard).dividedBy(2)), instant(time));
            return true;
        });
    }

    /// How far Redis is ahead of this machine, when they were last compared.
    Duration ahead() {
        return ahead;
    }

    private static Instant instant(List<byte[]> time) {
        return Instant.ofEpochSecond(number(time.getFirst())).plusNanos(1_000 * number(time.getLast()));
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    }
}
