package dev.universalapi.host.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receipts that every replica finds. This process keeps its own too, so that while Redis is away it explains what it
/// answered itself. They reach Redis a moment later, from a queue that is bounded; those that do not are counted.
public final class RedisReceipts implements Receipts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisReceipts.class);
    private static final int QUEUE = 2_000;
    private static final int BATCH = 32;

    /// Keeps one and what tells their order, and lets the oldest go when there are too many.
    private static final Script KEEP = Script.of("""
            local receipt, order = KEYS[1], KEYS[2]
            local body, now, kept, most, id, prefix = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
            redis.call('SET', receipt, body, 'PX', kept)
            redis.call('ZADD', order, now, id)
            redis.call('PEXPIRE', order, kept)
            redis.call('ZREMRANGEBYSCORE', order, '-inf', tonumber(now) - tonumber(kept))
            local over = redis.call('ZCARD', order) - tonumber(most)
            if over > 0 then
              local oldest = redis.call('ZPOPMIN', order, math.min(over, 1000))
              for i = 1, #oldest, 2 do
                redis.call('DEL', prefix .. oldest[i])
              end
            end
            return over
            """, ScriptOutputType.INTEGER);

    private final RedisLink link;
    private final Receipts nearby;
    private final InstantSource clock;
    private final int most;
    private final Counter lost;
    private final BlockingQueue<Receipt> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer;

    /// @param nearby the receipts of this process
    public RedisReceipts(RedisLink link, Receipts nearby, InstantSource clock, MeterRegistry meters) {
        this(link, nearby, clock, meters, MOST);
    }

    RedisReceipts(RedisLink link, Receipts nearby, InstantSource clock, MeterRegistry meters, int most) {
        this.link = link;
        this.nearby = nearby;
        this.clock = clock;
        this.most = most;
        this.lost = Counter.builder("receipts.lost")
                .description("receipts that other replicas will not find")
                .register(meters);
        this.writer = Thread.ofVirtual().name("receipts").start(this::write);
    }

    @Override
    public void keep(Receipt receipt) {
        nearby.keep(receipt);
        if (link.state() != RedisLink.State.NONE && !queue.offer(receipt)) {
            lost.increment();
        }
    }

    @Override
    public Optional<Receipt> find(String organisation, String id) {
        return nearby.find(organisation, id)
                .or(() -> link.ask(redis -> redis.get(key(prefix(organisation), id)))
                        .flatMap(ReceiptCodec::decode)
                        .filter(found -> found.organisation().equals(organisation)
                                && found.id().equals(id)));
    }

    private void write() {
        var batch = new ArrayList<Receipt>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                if (!write(batch)) {
                    lost.increment(batch.size());
                }
                batch.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A receipt that cannot be written must not stop those after it.
    private boolean write(List<Receipt> batch) {
        try {
            var bodies = batch.stream().map(ReceiptCodec::encode).toList();
            return link.ask(redis -> {
                        var written = new CompletableFuture<?>[batch.size()];
                        for (var i = 0; i < written.length; i++) {
                            written[i] =
                                    keep(redis, batch.get(i), bodies.get(i)).toCompletableFuture();
                        }
                        return CompletableFuture.allOf(written).thenApply(_ -> true);
                    })
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Receipts cannot be written as JSON");
            return false;
        }
    }

    private CompletionStage<Long> keep(RedisAsyncCommands<byte[], byte[]> redis, Receipt receipt, byte[] body) {
        var prefix = prefix(receipt.organisation());
        return KEEP.call(
                redis,
                new byte[][] {key(prefix, receipt.id()), bytes(prefix)},
                body,
                bytes(String.valueOf(clock.millis())),
                bytes(String.valueOf(KEPT.toMillis())),
                bytes(String.valueOf(most)),
                bytes(receipt.id()),
                bytes(prefix));
    }

    /// All of an organisation is in one slot of a cluster, since they have the part in braces in common.
    private static String prefix(String organisation) {
        return "receipts:{" + URLEncoder.encode(organisation, UTF_8) + "}:";
    }

    private static byte[] key(String prefix, String id) {
        return bytes(prefix + id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
