package dev.universalapi.bench.limit;

import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// What it costs three gateways to let a call in by two rates and a quota: by one script, and by Bucket4j's
/// compare-and-swap with a reservation after it.
public final class LimitBench implements Trial {
    private static final String SCRIPT = "gateway/src/main/resources/dev/universalapi/gateway/limit/count/admit.lua";
    private static final int GATEWAYS = 3;
    private static final List<Long> WIDE = List.of(100_000_000L, 1_000_000_000L);
    private static final long QUOTA = 1_000_000_000_000L;
    private static final int RATE = 2_000;
    private static final int MANY = 1_000;
    private static final int TEN = 10;

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "limits");
                var server = Server.start(folder)) {
            var client = RedisClient.create("redis://127.0.0.1:" + server.port());
            var trips = new Trips();
            client.addListener(trips);
            try {
                var connections = new ArrayList<StatefulRedisConnection<byte[], byte[]>>();
                for (var i = 0; i < GATEWAYS; i++) {
                    connections.add(client.connect(ByteArrayCodec.INSTANCE));
                }
                var script = Files.readString(scale.project().resolve(SCRIPT));
                measure(
                        report,
                        scale,
                        connections,
                        connections.getFirst().sync().scriptLoad(script),
                        trips);
            } finally {
                client.shutdown();
            }
        }
    }

    private static void measure(
            Report report,
            Scale scale,
            List<StatefulRedisConnection<byte[], byte[]>> connections,
            String digest,
            Trips counted)
            throws InterruptedException {
        var kinds = List.<Function<StatefulRedisConnection<byte[], byte[]>, Way>>of(
                redis -> new OneScript("one script, rates and quota", redis.async(), digest, WIDE, QUOTA),
                redis -> new OneScript("one script, rates alone", redis.async(), digest, WIDE, 0),
                redis -> Buckets.of("Bucket4j, rates alone", redis, WIDE, null),
                redis -> Buckets.of(
                        "Bucket4j, then a reservation",
                        redis,
                        WIDE,
                        new OneScript("reservation", redis.async(), digest, List.of(), QUOTA)));
        var time = Duration.ofSeconds(scale.of(5, 2));
        for (var organisations : List.of(1, MANY)) {
            report.section(
                    "%d calls a second over %d gateways, %d organisations".formatted(RATE, GATEWAYS, organisations));
            for (var kind : kinds) {
                var ways = connections.stream().map(kind).toList();
                Flow.run(ways, RATE, organisations, Duration.ofSeconds(2));
                var before = counted.sent.get();
                var seen = Flow.run(ways, RATE, organisations, time);
                var trips = (counted.sent.get() - before) / (double) seen.millis().length;
                report.figure(ways.getFirst().name(), "%s  %.2f trips".formatted(seen.line(), trips));
            }
        }
        report.section("A limit of 10 a minute, 1,000 calls at once");
        exact(report, connections, redis -> new OneScript("exact", redis.async(), digest, List.of((long) TEN), 0));
        exact(report, connections, redis -> Buckets.of("Bucket4j", redis, List.of((long) TEN), null));
    }

    private static void exact(
            Report report,
            List<StatefulRedisConnection<byte[], byte[]>> connections,
            Function<StatefulRedisConnection<byte[], byte[]>, Way> kind) {
        var ways = connections.stream().map(kind).toList();
        var asked = new ArrayList<CompletableFuture<Boolean>>();
        var begun = System.nanoTime();
        for (var i = 0; i < 1_000; i++) {
            asked.add(ways.get(i % ways.size()).ask("exact", i));
        }
        var admitted = asked.stream().filter(CompletableFuture::join).count();
        var millis = (System.nanoTime() - begun) / 1e6;
        report.check(
                "%s: exactly 10 of 1,000, in %.0f ms".formatted(ways.getFirst().name(), millis),
                admitted == TEN,
                admitted + " were let in");
    }

    /// What was sent to Redis: what scripts do inside is no trip.
    private static final class Trips implements CommandListener {
        private final AtomicLong sent = new AtomicLong();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            sent.incrementAndGet();
        }
    }
}
