package dev.universalapi.platform.events.dead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics of dead letters from their end back, without being a consumer of anything.
final class Graveyard {
    /// The youngest of each partition that are looked at.
    static final int MOST = 5_000;

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Duration patience;

    /// What is in a topic of dead letters.
    ///
    /// @param letters oldest first
    /// @param replayed when letters were sent back, by partition and offset
    record Contents(List<ConsumerRecord<byte[], byte[]>> letters, Map<Place, Instant> replayed) {}

    /// Where a topic begins and ends: the same as long as nothing was buried, sent back or forgotten.
    record Extent(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {}

    /// Where a letter is.
    record Place(int partition, long offset) {}

    /// @param given what `spring.kafka` says to consumers
    Graveyard(Map<String, Object> given) {
        this(given, PATIENCE);
    }

    Graveyard(Map<String, Object> given, Duration patience) {
        this.patience = patience;
        settings = new HashMap<>(given);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /// @throws NotAcknowledgedException if Kafka is away
    Contents read(String topic) {
        return ask(topic, (consumer, partitions) -> sorted(readAll(consumer, partitions)));
    }

    /// @throws NotAcknowledgedException if Kafka is away
    Extent extent(String topic) {
        return ask(
                topic,
                (consumer, partitions) ->
                        new Extent(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions)));
    }

    private interface Question<T> {
        T ask(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions);
    }

    private <T> T ask(String topic, Question<T> question) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            return question.ask(consumer, partitions);
        } catch (KafkaException away) {
            throw new NotAcknowledgedException(away);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> readAll(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        var ends = consumer.endOffsets(partitions);
        var starts = consumer.beginningOffsets(partitions);
        for (var partition : partitions) {
            consumer.seek(
                    partition, Math.max(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - MOST));
        }
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var deadline = Instant.now().plus(patience);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(STEP).forEach(records::add);
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("not everything was read");
            }
        }
        return records;
    }

    private static Contents sorted(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        Map<Place, Instant> replayed = new HashMap<>();
        for (var each : records) {
            var of = Label.number(each.headers(), Label.REPLAYED);
            if (of >= 0) {
                replayed.put(new Place(each.partition(), of), Instant.ofEpochMilli(each.timestamp()));
            } else {
                letters.add(each);
            }
        }
        return new Contents(letters, replayed);
    }
}
