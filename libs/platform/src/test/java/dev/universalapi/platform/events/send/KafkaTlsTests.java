package dev.universalapi.platform.events.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.testkit.tls.SelfSigned;
import dev.universalapi.testkit.tls.TlsFront;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// Whether what `spring.kafka` says of TLS comes to everybody who asks Kafka. Nobody stands behind the front: what is
/// tested ends where Kafka would begin.
class KafkaTlsTests {
    private static final int NOBODY = 1;

    private final SelfSigned certificate = SelfSigned.make();
    private final TlsFront front = TlsFront.of(certificate, NOBODY);

    @AfterEach
    void closes() {
        front.close();
    }

    @Test
    void whoTellsSpeaksTlsWithWhomItTrusts() {
        try (var broker = new Broker(kafka(certificate.certificate()).buildProducerProperties(), events().send())) {
            var _ = broker.producer();

            await().until(() -> front.trusted() > 0);
        }
    }

    @Test
    void whoMakesTopicsSpeaksTlsWithWhomItTrusts() {
        var topics = new Topics(kafka(certificate.certificate()).buildAdminProperties(), events().topic());

        assertThat(topics.ensure("notes.events")).isFalse();

        assertThat(front.trusted()).isPositive();
    }

    @Test
    void nobodySpeaksToWhomItDoesNotTrust() {
        var stranger = SelfSigned.make().certificate();
        var topics = new Topics(kafka(stranger).buildAdminProperties(), events().topic());

        assertThat(topics.ensure("notes.events")).isFalse();

        assertThat(front.trusted()).isZero();
    }

    @Test
    void whoListensIsToldTheSameAndWhatElseIsSaid() {
        var settings = kafka(certificate.certificate()).buildConsumerProperties();

        assertThat(settings).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("notes.events"));

            await().until(() -> {
                var _ = consumer.poll(Duration.ofMillis(100));
                return front.trusted() > 0;
            });
        }
    }

    private KafkaProperties kafka(Path caFile) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "spring.kafka.bootstrap-servers", "127.0.0.1:" + front.port(),
                        "spring.kafka.security.protocol", "SSL",
                        "spring.kafka.ssl.trust-store-type", "PEM",
                        "spring.kafka.ssl.trust-store-location", caFile.toUri().toString(),
                        "spring.kafka.properties[sasl.mechanism]", "SCRAM-SHA-512",
                        "spring.kafka.consumer.group-id", "notes")))
                .bind("spring.kafka", KafkaProperties.class)
                .get();
    }

    private static EventsProperties events() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("universal.events", EventsProperties.class);
    }
}
