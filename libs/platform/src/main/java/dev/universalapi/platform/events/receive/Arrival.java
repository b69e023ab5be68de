package dev.universalapi.platform.events.receive;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.events.wire.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// An event that can be read, with the message that it came in.
///
/// @param print of its content
record Arrival(ConsumerRecord<byte[], byte[]> message, Received<?> received, Instant time, UUID print) {

    static Arrival of(ConsumerRecord<byte[], byte[]> message, Envelope envelope, Event event) {
        return new Arrival(
                message,
                new Received<>(event, envelope.source(), envelope.id(), envelope.producer(), envelope.sequence()),
                envelope.time(),
                envelope.print());
    }

    Identity identity() {
        return new Identity(Slots.of(time), received.source(), received.id());
    }

    /// What makes two arrivals the same event. They sort, so that transactions that meet wait and do not block each
    /// other.
    record Identity(int slot, String source, String id) implements Comparable<Identity> {
        @Override
        public int compareTo(Identity other) {
            if (slot != other.slot) {
                return Integer.compare(slot, other.slot);
            }
            var bySource = source.compareTo(other.source);
            return bySource == 0 ? id.compareTo(other.id) : bySource;
        }
    }
}
