package dev.universalapi.testkit.store;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/// A real Kafka broker (KRaft), started at the first question and ended with the JVM. All test classes of a module
/// share it, so each takes topics and groups of its own names.
public final class RealKafka {
    private RealKafka() {}

    /// `host:port`, for `spring.kafka.bootstrap-servers`.
    public static String bootstrapServers() {
        return Broker.SERVERS;
    }

    /// Started by the first access to this class.
    private static final class Broker {
        static final String SERVERS = Images.areWanted() ? ofImage() : ofArtifact();

        private static String ofArtifact() {
            var broker = new EmbeddedKafkaKraftBroker(1, 1);
            broker.brokerProperty("auto.create.topics.enable", "false");
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("offsets.topic.num.partitions", "1");
            broker.brokerProperty("transaction.state.log.num.partitions", "1");
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy, "ends Kafka"));
            return broker.getBrokersAsString();
        }

        @SuppressWarnings("resource") // Testcontainers ends it with the JVM
        private static String ofImage() {
            var broker = new KafkaContainer(Images.KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            broker.start();
            return broker.getBootstrapServers();
        }
    }
}
