package dev.universalapi.host.redis;

import dev.universalapi.engine.quota.Counts;
import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Counts that all replicas share, in Redis: each ask is one script and one round trip. The keys of a credential lie
/// in one slot: `quota:{mode:provider:credential}:…`.
public final class RedisQuotaCounts implements Counts {
    private static final Script SCRIPT = Script.of(text(), ScriptOutputType.MULTI);
    private static final int BEFORE_TOTALS = 5;
    private static final int COUNTED = 1;
    private static final int REFUSED = 0;

    private final RedisLink link;
    private final String mode;

    /// @param mode what is counted apart, `live` or `sandbox`
    public RedisQuotaCounts(RedisLink link, String mode) {
        this.link = link;
        this.mode = mode;
    }

    @Override
    public Optional<Told> tell(Ask ask) {
        var keys = keys(ask);
        var arguments = arguments(ask);
        return link.ask(redis -> SCRIPT.<List<?>>call(redis, keys, arguments)).map(RedisQuotaCounts::told);
    }

    @Override
    public boolean away() {
        return link.state() != RedisLink.State.CONNECTED;
    }

    private byte[][] keys(Ask ask) {
        var account = "quota:{" + mode + ':' + ask.account() + "}:";
        var keys = new ArrayList<byte[]>();
        keys.add(bytes(account + "rest"));
        keys.add(bytes(account + "epoch"));
        ask.lines().forEach(line -> keys.add(bytes(account + line.name())));
        return keys.toArray(byte[][]::new);
    }

    private static byte[][] arguments(Ask ask) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(bytes(ask.now().toEpochMilli()));
        arguments.add(bytes(ask.take() ? "1" : "0"));
        arguments.add(bytes(ask.replica()));
        arguments.add(bytes(ask.epoch()));
        arguments.add(bytes(ask.rest().toEpochMilli()));
        arguments.add(bytes(ask.strikes()));
        arguments.add(bytes(SKEW.toMillis()));
        for (var line : ask.lines()) {
            arguments.add(bytes(line.start().toEpochMilli()));
            arguments.add(bytes(line.end().toEpochMilli()));
            arguments.add(bytes(line.limit()));
            arguments.add(bytes(line.amount()));
            arguments.add(bytes(line.own()));
            arguments.add(bytes(line.pending()));
            arguments.add(bytes(line.seen()));
            arguments.add(bytes(line.told()));
            arguments.add(bytes(line.margin()));
        }
        return arguments.toArray(byte[][]::new);
    }

    private static Told told(List<?> answer) {
        var numbers = answer.stream().map(Long.class::cast).toList();
        var totals = new ArrayList<Total>();
        for (var i = BEFORE_TOTALS; i < numbers.size(); i += 2) {
            totals.add(new Total(numbers.get(i), numbers.get(i + 1)));
        }
        var verdict = switch (numbers.getFirst().intValue()) {
            case COUNTED -> Verdict.COUNTED;
            case REFUSED -> Verdict.REFUSED;
            default -> Verdict.SKEWED;
        };
        return new Told(
                verdict,
                Instant.ofEpochMilli(numbers.get(1)),
                numbers.get(2),
                Instant.ofEpochMilli(numbers.get(3)),
                numbers.get(4).intValue(),
                totals);
    }

    private static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        try (var script = RedisQuotaCounts.class.getResourceAsStream("quota.lua")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
