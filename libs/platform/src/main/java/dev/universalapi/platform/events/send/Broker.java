package dev.universalapi.platform.events.send;

import dev.universalapi.platform.events.EventsProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// The one producer of a process. It is made when it is first used, so that Kafka may be away when the process starts.
public final class Broker implements AutoCloseable {
    private static final String ALL = "all";

    private final Map<String, Object> settings;
    private final Duration flush;
    private @Nullable Producer<byte[], byte[]> producer;

    /// @param given what `spring.kafka` says
    public Broker(Map<String, Object> given, EventsProperties.Send send) {
        flush = send.flush();
        settings = new HashMap<>(given);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, ALL);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, send.memory().toBytes());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, send.linger().toMillis());
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(send.patience().toMillis()));
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(
                        Math.min(10_000, send.patience().minus(send.linger()).toMillis())));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, send.patience().toMillis());
    }

    /// The producer.
    ///
    /// @throws org.apache.kafka.common.KafkaException if it cannot be made, as when no address can be resolved
    public synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    /// Waits until everything is acknowledged, not longer than `flush`, and gives the rest up.
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(flush);
        }
    }
}
