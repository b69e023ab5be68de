package dev.universalapi.bench.limit;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The edge's own script: rates and quota together, or one of them alone.
///
/// @param digest of the script
/// @param rates requests a minute and an hour; none where only the quota is asked
/// @param quota requests a month; 0 where there is none
record OneScript(String name, RedisAsyncCommands<byte[], byte[]> redis, String digest, List<Long> rates, long quota)
        implements Way {
    private static final List<Long> WINDOWS = List.of(60_000L, 3_600_000L);
    private static final String MONTH = "2026-11";
    private static final String LEASE_MILLIS = "60000";
    private static final String FORGOTTEN_MILLIS = "4102444800000";

    @Override
    public CompletableFuture<Boolean> ask(String organisation, long call) {
        var prefix = "limits:{" + organisation + "}:";
        var keys = new ArrayList<>(List.of(prefix + MONTH, prefix + MONTH + ":leases"));
        var arguments = new ArrayList<Object>(
                List.of(name + call, LEASE_MILLIS, FORGOTTEN_MILLIS, 0, rates.size(), "bench", 1));
        for (var i = 0; i < rates.size(); i++) {
            keys.add(prefix + "o/*/" + WINDOWS.get(i));
            arguments.add(WINDOWS.get(i));
            arguments.add(rates.get(i));
        }
        if (quota > 0) {
            arguments.addAll(List.of(MONTH + "/o/*", quota, 1, quota));
        }
        return redis.<List<?>>evalsha(digest, ScriptOutputType.MULTI, bytes(keys), bytes(arguments))
                .toCompletableFuture()
                .thenApply(answer -> ((Number) answer.getFirst()).longValue() == 1);
    }

    private static byte[][] bytes(List<?> values) {
        return values.stream()
                .map(value -> value.toString().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
