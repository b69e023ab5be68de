package dev.universalapi.platform.events.dead;

import dev.universalapi.platform.events.dead.Graveyard.Contents;
import dev.universalapi.platform.events.dead.Graveyard.Place;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.Envelope;
import dev.universalapi.platform.events.wire.UnreadableEventException;
import dev.universalapi.platform.events.wire.WireType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// The dead letters of this service. To replay one sends it back to its topic as it came: who handled it before does
/// not notice, and who could not tries again.
public final class DeadLetters {
    private final Graveyard graveyard;
    private final Undertaker undertaker;
    private final Codec codec;
    private final List<String> topics;

    /// @param topics what this service listens to
    DeadLetters(Graveyard graveyard, Undertaker undertaker, Codec codec, Collection<String> topics) {
        this.graveyard = graveyard;
        this.undertaker = undertaker;
        this.codec = codec;
        this.topics = topics.stream().sorted().toList();
    }

    private record Kept(DeadLetter letter, ConsumerRecord<byte[], byte[]> message) {}

    /// Those that are wanted, youngest first, without their contents.
    ///
    /// @throws NotAcknowledgedException if Kafka is away
    List<DeadLetter> list(Predicate<DeadLetter> wanted, int most) {
        return all().map(Kept::letter)
                .filter(wanted)
                .sorted(Comparator.comparing(DeadLetter::at).reversed())
                .limit(most)
                .map(DeadLetter::listed)
                .toList();
    }

    Optional<DeadLetter> find(String id) {
        return all().map(Kept::letter).filter(letter -> letter.id().equals(id)).findFirst();
    }

    /// Sends those that are wanted back, oldest first; how many.
    int replay(Predicate<DeadLetter> wanted) {
        var chosen = all().filter(kept -> wanted.test(kept.letter()))
                .sorted(Comparator.comparing(kept -> kept.letter().at()))
                .toList();
        undertaker.sendAll(chosen.stream().map(DeadLetters::again).toList());
        undertaker.sendAll(chosen.stream().map(DeadLetters::mark).toList());
        return chosen.size();
    }

    /// What this service listens to.
    List<String> topics() {
        return topics;
    }

    /// Changes whenever the letters of a topic do.
    Object stateOf(String topic) {
        return graveyard.extent(WireType.dead(topic));
    }

    /// How many of a topic were not sent back yet.
    long waiting(String topic) {
        return of(topic).filter(kept -> kept.letter().replayedAt() == null).count();
    }

    private Stream<Kept> all() {
        return topics.stream().flatMap(this::of);
    }

    private Stream<Kept> of(String topic) {
        var contents = graveyard.read(WireType.dead(topic));
        return contents.letters().stream()
                .map(message -> new Kept(letter(topic, message, contents), message))
                .filter(kept -> kept.letter().consumer().equals(codec.source()));
    }

    private DeadLetter letter(String topic, ConsumerRecord<byte[], byte[]> message, Contents contents) {
        var headers = message.headers();
        var envelope = open(message.value());
        return new DeadLetter(
                "%s:%d:%d".formatted(topic, message.partition(), message.offset()),
                topic,
                Label.number(headers, Label.PARTITION),
                Label.number(headers, Label.OFFSET),
                cause(Label.text(headers, Label.CAUSE)),
                Label.text(headers, Label.MESSAGE),
                Label.text(headers, Label.CONSUMER),
                Instant.ofEpochMilli(message.timestamp()),
                text(message.key()),
                envelope.map(Envelope::type).orElse(null),
                envelope.map(Envelope::source).orElse(null),
                envelope.map(Envelope::id).orElse(null),
                contents.replayed().get(new Place(message.partition(), message.offset())),
                text(message.value()));
    }

    private Optional<Envelope> open(byte @Nullable [] content) {
        try {
            return content == null ? Optional.empty() : Optional.of(codec.open(content));
        } catch (UnreadableEventException _) {
            return Optional.empty();
        }
    }

    private static Cause cause(String name) {
        return Stream.of(Cause.values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(Cause.FAILED);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> again(Kept kept) {
        var message = kept.message();
        var again = new ProducerRecord<>(kept.letter().topic(), null, message.key(), message.value(), null);
        message.headers().forEach(header -> {
            if (!header.key().startsWith("dead-")) {
                again.headers().add(header);
            }
        });
        return again;
    }

    private static ProducerRecord<byte[], byte[]> mark(Kept kept) {
        var message = kept.message();
        var mark = new ProducerRecord<byte[], byte[]>(message.topic(), message.partition(), message.key(), null);
        mark.headers().add(Label.REPLAYED, Label.bytes(message.offset()));
        return mark;
    }
}
