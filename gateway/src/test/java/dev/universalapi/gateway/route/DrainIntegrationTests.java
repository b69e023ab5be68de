package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DrainIntegrationTests {

    @Test
    void whatIsUnderWayIsFinishedBeforeTheGatewayStops() throws Exception {
        try (Upstream service = new Upstream("one")) {
            RunningGateway gateway = new RunningGateway(List.of(service.uri()));
            CompletableFuture<HttpResponse<String>> held =
                    gateway.client().sendAsync(gateway.request("/api/hold").build(), BodyHandlers.ofString());
            assertThat(service.holding.await(10, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close, Thread::startVirtualThread);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> gateway.connect().close()).isInstanceOf(ConnectException.class));
            assertThat(stopped).isNotDone();
            service.release.complete(null);

            assertThat(held.get(10, TimeUnit.SECONDS).body()).isEqualTo("held");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoHasNotHeardYetIsServedWhileTheDoorStaysOpen() throws Exception {
        try (Upstream service = new Upstream("one")) {
            RunningGateway gateway =
                    new RunningGateway(List.of(service.uri()), "--universal.gateway.route.drain=1500ms");

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close, Thread::startVirtualThread);
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(gateway.getWithoutKey("/health").statusCode())
                                    .isEqualTo(503));

            assertThat(gateway.get("/api/x").statusCode()).isEqualTo(200);
            assertThat(stopped).isNotDone();
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
