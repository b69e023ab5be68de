package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.testkit.store.RealStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@RealStores
class IdentityFeedTests {

    /// What is heard, in order.
    private static final class Ear implements IdentityFeed.Listener {
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private volatile BooleanSupplier hearing = () -> false;

        @Override
        public void changed(String kind, String id) {
            heard.add(kind + " " + id);
        }

        @Override
        public void forgetAll() {
            heard.add("everything");
        }

        @Override
        public void hearBy(BooleanSupplier whether) {
            hearing = whether;
        }

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void hearsWhatIsToldFromThenOnAndForgetsEverythingAtEachConnection() throws Exception {
        var ear = new Ear();
        try (var server = RedisServer.start()) {
            tell(server, "credential", "before");
            var feed = new IdentityFeed(server.properties(), List.of(ear));
            assertThat(feed.isConnected()).isFalse();
            feed.start();

            assertThat(ear.next()).isEqualTo("everything");
            tell(server, "credential", "org_1/acme");
            tell(server, "key", "abc");
            assertThat(ear.next()).isEqualTo("credential org_1/acme");
            assertThat(ear.next()).isEqualTo("key abc");
            assertThat(feed.isConnected()).isTrue();
            assertThat(ear.hearing.getAsBoolean()).isTrue();

            server.stop();
            await().atMost(Duration.ofSeconds(30)).until(() -> !feed.isConnected());
            server.resume();
            assertThat(ear.next()).isEqualTo("everything");
            tell(server, "credential", "org_2/acme");
            assertThat(ear.next()).isEqualTo("credential org_2/acme");

            feed.stop();
            await().atMost(Duration.ofSeconds(30)).until(() -> !feed.isConnected());
            assertThat(feed.isRunning()).isFalse();
        }
    }

    @Test
    void hearsNothingWithoutAnAddress() {
        var ear = new Ear();
        var feed = new IdentityFeed(new RedisProperties(null, null, null, Duration.ofMillis(30), 10), List.of(ear));

        feed.start();

        assertThat(feed.isRunning()).isFalse();
        assertThat(feed.isConnected()).isFalse();
        assertThat(ear.heard).isEmpty();
    }

    private static void tell(RedisServer server, String kind, String id) {
        var client = RedisClient.create(RedisURI.create(server.uri()));
        try (var connection = client.connect()) {
            connection.sync().xadd("uapi:identity", Map.of("kind", kind, "id", id));
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
