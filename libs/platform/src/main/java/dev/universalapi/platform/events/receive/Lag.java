package dev.universalapi.platform.events.receive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Asks Kafka how many messages of a topic a service has not handled; asked there, for a consumer that waits does not
/// look.
final class Lag {
    private final Admin kafka;
    private final String group;

    Lag(Admin kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /// Messages of all partitions.
    ///
    /// @throws ExecutionException if Kafka does not say
    long of(String topic) throws ExecutionException, InterruptedException {
        var described =
                kafka.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        if (described == null) {
            return 0;
        }
        var partitions = described.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var ends = offsets(partitions, OffsetSpec.latest());
        var starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>(kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return partitions.stream()
                .mapToLong(partition -> {
                    var committed = handled.get(partition);
                    var from = committed == null ? starts.getOrDefault(partition, 0L) : committed.offset();
                    return Math.max(0, ends.getOrDefault(partition, from) - from);
                })
                .sum();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return kafka.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Lag::offset));
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) {
        return entry.getValue().offset();
    }
}
