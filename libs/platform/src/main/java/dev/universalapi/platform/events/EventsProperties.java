package dev.universalapi.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How events travel. Where Kafka is says `spring.kafka.bootstrap-servers`; without it nothing is told or heard.
///
/// @param send how they leave
/// @param outbox how facts leave
/// @param receive how they are heard
/// @param topic how topics are made that do not exist yet
@ConfigurationProperties("universal.events")
public record EventsProperties(
        @DefaultValue Send send,
        @DefaultValue OutboxRelay outbox,
        @DefaultValue Receive receive,
        @DefaultValue Topic topic) {

    /// @param queue the most events that wait to be taken by the sender; one more is lost, and counted
    /// @param memory the most bytes that wait for Kafka's acknowledgement
    /// @param patience how long an event waits for the acknowledgement before it is counted as lost
    /// @param linger how long an event waits for others to travel with
    /// @param flush how long a stopping application waits until everything is acknowledged
    public record Send(
            @DefaultValue("20000") int queue,
            @DefaultValue("16MB") DataSize memory,
            @DefaultValue("2m") Duration patience,
            @DefaultValue("5ms") Duration linger,
            @DefaultValue("10s") Duration flush) {}

    /// @param poll how often a relay looks for facts that another process has written
    /// @param batch how many it tells at once
    /// @param keep how long facts are kept that have been told
    /// @param takeover how often a process asks whether it has to be the relay
    public record OutboxRelay(
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("500") int batch,
            @DefaultValue("1d") Duration keep,
            @DefaultValue("5s") Duration takeover) {}

    /// @param batch the most events in one transaction
    /// @param threads how many consumers of a topic run in this process
    /// @param tries how often an event alone is tried before it becomes a dead letter
    /// @param pause how long between two tries of one event
    /// @param backOff how long until the next try when a store is away; each time twice as long
    /// @param longestBackOff the longest time until the next try when a store is away
    public record Receive(
            @DefaultValue("500") int batch,
            @DefaultValue("1") int threads,
            @DefaultValue("3") int tries,
            @DefaultValue("100ms") Duration pause,
            @DefaultValue("500ms") Duration backOff,
            @DefaultValue("10s") Duration longestBackOff) {}

    /// @param partitions how many partitions a topic of events gets
    /// @param replicas how many copies; -1 leaves it to the broker
    /// @param deadKept how long dead letters are kept
    public record Topic(
            @DefaultValue("6") int partitions,
            @DefaultValue("-1") short replicas,
            @DefaultValue("30d") Duration deadKept) {}
}
