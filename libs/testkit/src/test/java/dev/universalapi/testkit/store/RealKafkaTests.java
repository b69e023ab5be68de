package dev.universalapi.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

@RealStores
class RealKafkaTests {
    @Test
    void isOneBrokerForAllThatAsk() throws ExecutionException, InterruptedException {
        var first = RealKafka.bootstrapServers();
        try (var admin = Admin.create(Map.of("bootstrap.servers", first))) {
            admin.createTopics(List.of(new NewTopic("things", 3, (short) 1)))
                    .all()
                    .get();
        }

        try (var admin = Admin.create(Map.of("bootstrap.servers", RealKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("things");
        }
    }
}
