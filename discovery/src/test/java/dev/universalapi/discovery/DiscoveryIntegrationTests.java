package dev.universalapi.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "eureka.server.eviction-interval-timer-in-ms=200"})
class DiscoveryIntegrationTests {

    private final HttpClient http = HttpClient.newHttpClient();

    private final int port;
    private final int managementPort;

    DiscoveryIntegrationTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    @Test
    void anInstanceIsSeenAsSoonAsItRegisters() throws Exception {
        assertThat(get(port, "/eureka/apps/SEEN").statusCode()).isEqualTo(404);

        assertThat(register("SEEN", 60).statusCode()).isEqualTo(204);

        assertThat(get(port, "/eureka/apps/SEEN").body()).contains("\"instanceId\":\"SEEN-1\"");
        assertThat(get(port, "/eureka/apps").body()).contains("\"instanceId\":\"SEEN-1\"");
    }

    @Test
    void anInstanceThatNoLongerRenewsIsForgotten() throws Exception {
        register("SILENT", 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(port, "/eureka/apps/SILENT").statusCode())
                        .isEqualTo(404));
    }

    @Test
    void anInstanceThatLeavesIsForgottenAtOnce() throws Exception {
        register("LEAVING", 60);

        send(HttpRequest.newBuilder(uri(port, "/eureka/apps/LEAVING/LEAVING-1")).DELETE());

        assertThat(get(port, "/eureka/apps/LEAVING").statusCode()).isEqualTo(404);
    }

    @Test
    void healthAndMetricsAreOnAPortOfTheirOwn() throws Exception {
        assertThat(managementPort).isNotEqualTo(port);
        assertThat(get(managementPort, "/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(get(managementPort, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> register(String application, int seconds) throws Exception {
        String instance = """
                {"instance": {"instanceId": "%1$s-1", "app": "%1$s", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "vipAddress": "%1$s", "status": "UP", "port": {"$": 1, "@enabled": true},
                  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": %2$d}}}
                """.formatted(application, seconds);
        return send(HttpRequest.newBuilder(uri(port, "/eureka/apps/" + application))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(instance)));
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(port, path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Accept", "application/json, text/plain").build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
