package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.redis.RedisLink;
import dev.universalapi.gateway.limit.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// What Redis does in one step, and how it is asked for.
final class Scripts {
    private static final Script ADMIT = script("admit");
    private static final Script SETTLE = script("settle");
    private static final Script RECOUNT = script("recount");

    private final RedisLink link;
    private final Allowance allowance;

    Scripts(RedisLink link, Allowance allowance) {
        this.link = link;
        this.allowance = allowance;
    }

    RedisLink.State state() {
        return link.state();
    }

    /// How its limits stand, with nothing counted.
    CompletableFuture<long[]> look(Ask ask) {
        return admit(ask, true, 1);
    }

    /// @param units that are wanted; fewer may come in, and one at least if any
    CompletableFuture<long[]> admit(Ask ask, int units) {
        return admit(ask, false, units);
    }

    private CompletableFuture<long[]> admit(Ask ask, boolean look, int units) {
        var arguments = new ArrayList<Object>();
        arguments.add(ask.id());
        arguments.add(ask.lease().toMillis());
        arguments.add(ask.forgotten());
        arguments.add(look ? 1 : 0);
        arguments.add(ask.rates().size());
        arguments.add(link.run());
        arguments.add(units);
        for (var rate : ask.rates()) {
            arguments.add(rate.window());
            arguments.add(rate.limit());
        }
        for (var quota : ask.quotas()) {
            arguments.add(quota.field());
            arguments.add(quota.limit());
            arguments.add(quota.hard() ? 1 : 0);
            arguments.add(allowance.of(quota.limit()));
        }
        return call(ADMIT, ask.keys(), arguments);
    }

    /// @param ended units, in all so far
    /// @param used units, in all so far
    CompletableFuture<long[]> settle(Settling.Held held, int ended, int used) {
        return call(
                SETTLE, List.of(held.counts(), held.leases()), List.of(held.member(), ended, used, held.forgotten()));
    }

    /// @param how `raise`, `whole` or `add`
    CompletableFuture<long[]> recount(String counts, String how, long forgotten, Map<String, Long> amounts) {
        var arguments = new ArrayList<Object>(List.of(how, forgotten, link.run()));
        amounts.forEach((field, amount) -> {
            arguments.add(field);
            arguments.add(amount);
        });
        return call(RECOUNT, List.of(counts), arguments);
    }

    private CompletableFuture<long[]> call(Script script, List<String> keys, List<?> arguments) {
        var names = keys.stream().map(Scripts::bytes).toArray(byte[][]::new);
        var given = arguments.stream().map(Scripts::bytes).toArray(byte[][]::new);
        return link.ask(redis -> script.<List<?>>call(redis, names, given)).thenApply(Scripts::numbers);
    }

    private static long[] numbers(List<?> answer) {
        return answer.stream().mapToLong(each -> ((Number) each).longValue()).toArray();
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Script script(String name) {
        try (var text = Scripts.class.getResourceAsStream(name + ".lua")) {
            var read = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            return Script.of(read, ScriptOutputType.MULTI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
