package dev.universalapi.bench.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Bucket4j, which reads a bucket and writes it if nobody else has meanwhile.
///
/// @param then what is asked after it, since a bucket knows no reservation; null for nothing
record Buckets(
        String name,
        AsyncProxyManager<byte[]> buckets,
        BucketConfiguration configuration,
        @Nullable Way then) implements Way {
    private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(1), Duration.ofHours(1));

    /// What tries again and again must end.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static Buckets of(
            String name, StatefulRedisConnection<byte[], byte[]> redis, List<Long> rates, @Nullable Way then) {
        var configuration = BucketConfiguration.builder();
        for (var i = 0; i < rates.size(); i++) {
            configuration.addLimit(Bandwidth.builder()
                    .capacity(rates.get(i))
                    .refillGreedy(rates.get(i), WINDOWS.get(i))
                    .build());
        }
        var manager = Bucket4jLettuce.casBasedBuilder(redis)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .requestTimeout(PATIENCE)
                .build();
        return new Buckets(name, manager.asAsync(), configuration.build(), then);
    }

    @Override
    public CompletableFuture<Boolean> ask(String organisation, long call) {
        return buckets.getProxy(
                        ("bucket:" + organisation).getBytes(StandardCharsets.UTF_8),
                        () -> CompletableFuture.completedFuture(configuration))
                .tryConsume(1)
                .thenCompose(in ->
                        in && then != null ? then.ask(organisation, call) : CompletableFuture.completedFuture(in));
    }
}
