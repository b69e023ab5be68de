package dev.universalapi.host.command;

import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.host.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// Keeps keys in Redis, so that of all replicas one carries a command out, and in this process, whose word holds
/// whatever becomes of Redis. Where Redis does not answer this process is alone: then two replicas may carry out what
/// was sent to both of them with the same key.
public final class RedisIdempotency implements Idempotency {
    private static final String PREFIX = "command:";
    private static final char PARTING = '\n';

    /// Either sets the key to "fingerprint\nmoment" and says so, or gives what is there.
    private static final Script CLAIM = Script.of("""
            if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return '' end
            return redis.call('GET', KEYS[1])""", ScriptOutputType.VALUE);

    private final RedisLink link;
    private final InstantSource clock;
    private final Idempotency own;

    /// @param own what this process knows by itself
    public RedisIdempotency(RedisLink link, InstantSource clock, Idempotency own) {
        this.link = link;
        this.clock = clock;
        this.own = own;
    }

    @Override
    public Claim claim(Key key, String fingerprint) {
        return switch (own.claim(key, fingerprint)) {
            case Claim.Taken taken -> shared(key, fingerprint, taken);
            case Claim.Lost lost -> found(key, fingerprint).orElse(lost);
            case Claim.Done done -> done;
            case Claim.UnderWay underWay -> underWay;
            case Claim.Other other -> other;
        };
    }

    @Override
    public void keep(Key key, String fingerprint, byte[] result) {
        own.keep(key, fingerprint, result);
        var head = (fingerprint + PARTING + PARTING).getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(head, head.length + result.length);
        System.arraycopy(result, 0, all, head.length, result.length);
        var _ = link.ask(redis -> redis.setex(name(key), KEPT.toSeconds(), all));
    }

    @Override
    public void release(Key key) {
        var _ = link.ask(redis -> redis.del(name(key)));
        own.release(key);
    }

    /// What all replicas say to a key that this one has just taken.
    private Claim shared(Key key, String fingerprint, Claim.Taken taken) {
        var mine = (fingerprint + PARTING + clock.millis() + PARTING).getBytes(StandardCharsets.UTF_8);
        var keys = new byte[][] {name(key)};
        var answer = link.<byte[]>ask(redis -> CLAIM.call(redis, keys, mine, seconds()));
        if (answer.isEmpty() || answer.get().length == 0) {
            return taken;
        }
        own.release(key); // it is another replica's
        return claimed(answer.get(), fingerprint);
    }

    /// What Redis still knows of a key whose result this process had to let go.
    private Optional<Claim> found(Key key, String fingerprint) {
        return link.<byte[]>ask(redis -> redis.get(name(key))).map(known -> claimed(known, fingerprint));
    }

    /// `fingerprint\nmoment\n` of one under way, `fingerprint\n\nresult` of one that is done.
    private Claim claimed(byte[] known, String fingerprint) {
        var first = indexOf(known, 0);
        var second = indexOf(known, first + 1);
        if (!new String(known, 0, first, StandardCharsets.UTF_8).equals(fingerprint)) {
            return new Claim.Other();
        }
        if (second == first + 1) {
            return new Claim.Done(Arrays.copyOfRange(known, second + 1, known.length));
        }
        var begun = Long.parseLong(new String(known, first + 1, second - first - 1, StandardCharsets.UTF_8));
        return clock.millis() - begun < LONGEST.toMillis() ? new Claim.UnderWay() : new Claim.Lost();
    }

    private static int indexOf(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == PARTING) {
                return i;
            }
        }
        throw new IllegalStateException("a kept command that cannot be read");
    }

    private static byte[] name(Key key) {
        return (PREFIX + key.owner() + PARTING + key.key()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] seconds() {
        return Long.toString(KEPT.toSeconds()).getBytes(StandardCharsets.US_ASCII);
    }
}
