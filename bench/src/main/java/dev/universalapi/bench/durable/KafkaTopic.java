package dev.universalapi.bench.durable;

import dev.universalapi.contracts.house.Allowed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What is in a topic of a running broker.
///
/// @param servers `host:port`
@Allowed(
        rule = "kafka-in-events",
        because = "the proof reads and writes what is told behind the back of platform.events")
public record KafkaTopic(String servers, String name) {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final String LINGER_MILLIS = "5";
    private static final String BATCH_BYTES = "131072";

    /// The topics that a broker has, without its own.
    ///
    /// @param servers `host:port`
    public static List<KafkaTopic> all(String servers) {
        var settings = Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet().stream()
                    .filter(name -> !name.startsWith("__"))
                    .sorted()
                    .map(name -> new KafkaTopic(servers, name))
                    .toList();
        }
    }

    /// All messages from the oldest to those that are the youngest now, a partition after the other; nobody's place is
    /// moved by it. Messages without content are left out.
    public List<String> contents() {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<String>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(STEP).forEach(message -> {
                    if (message.value() != null) {
                        found.add(new String(message.value(), StandardCharsets.UTF_8));
                    }
                });
            }
            return found;
        }
    }

    /// Writes into it, each message acknowledged before it is closed.
    Writer writer() {
        return new Writer(
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                LINGER_MILLIS,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                BATCH_BYTES),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                name);
    }

    /// Sends messages; which of them were refused shows when it is asked for the count.
    static final class Writer implements AutoCloseable {
        private final KafkaProducer<byte[], byte[]> producer;
        private final String topic;
        private final AtomicLong acknowledged = new AtomicLong();

        private Writer(KafkaProducer<byte[], byte[]> producer, String topic) {
            this.producer = producer;
            this.topic = topic;
        }

        /// May wait where Kafka does not keep up.
        void send(String key, String content) {
            var message = new ProducerRecord<>(
                    topic, key.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
            producer.send(message, (_, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }

        /// Waits for what was sent; how many messages Kafka has acknowledged in all.
        long acknowledged() {
            producer.flush();
            return acknowledged.get();
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
