package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.EventsProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/// Makes what polls Kafka for a listener. When the listener throws, the batch is kept, the partitions are paused, and
/// the consumer goes on polling, so that it stays a member of its group however long the database is away.
final class Containers {
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(15);
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);

    private final Map<String, Object> settings;
    private final String group;
    private final EventsProperties.Receive receive;

    /// @param given what `spring.kafka` says to consumers
    /// @param group the service
    Containers(Map<String, Object> given, String group, EventsProperties.Receive receive) {
        settings = new HashMap<>(given);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, receive.batch());
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.toIntExact(LONGEST_BATCH.toMillis()));
        this.group = group;
        this.receive = receive;
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> of(String topic, TopicListener listener, Progress progress) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        properties.setShutdownTimeout(SHUTDOWN.toMillis());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // what was in hand before stays so until it is handled
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                progress.release();
            }
        });
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(
                new DefaultKafkaConsumerFactory<>(settings), properties);
        container.setBeanName("events-" + topic);
        container.setConcurrency(receive.threads());
        var backOff = new ExponentialBackOff(receive.backOff().toMillis(), 2);
        backOff.setMaxInterval(receive.longestBackOff().toMillis());
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        return container;
    }
}
