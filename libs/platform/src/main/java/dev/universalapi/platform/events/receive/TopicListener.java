package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.send.Outgoing;
import dev.universalapi.platform.events.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/// Hears a topic: handle, then tell Kafka. Whatever happens between the two brings the batch again, and the memory of
/// it makes that harmless.
final class TopicListener implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(TopicListener.class);

    private final String topic;
    private final Batches batches;
    private final Progress progress;
    private final Traces traces;
    private volatile boolean waiting;

    TopicListener(String topic, Batches batches, Progress progress, Traces traces) {
        this.topic = topic;
        this.batches = batches;
        this.progress = progress;
        this.traces = traces;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> messages,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        var times = messages.stream().mapToLong(ConsumerRecord::timestamp).summaryStatistics();
        progress.begin(times.getMin());
        try {
            traces.linked("events " + topic, topic, origins(messages), () -> batches.accept(topic, messages));
        } catch (RuntimeException away) {
            if (!waiting) {
                LOG.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("cause", away.toString())
                        .log("Events wait, for something is away");
            }
            waiting = true;
            throw away;
        }
        if (waiting) {
            LOG.atInfo().addKeyValue("topic", topic).log("Events are handled again");
            waiting = false;
        }
        Objects.requireNonNull(acknowledgment, "the container acknowledges by hand")
                .acknowledge();
        progress.end(times.getMax());
    }

    private static List<String> origins(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream()
                .map(message -> message.headers().lastHeader(Outgoing.TRACE))
                .filter(header -> header != null && header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .toList();
    }
}
