package dev.universalapi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.command.DeadLetters.Request;
import dev.universalapi.launcher.operator.Operator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadLettersTests {
    private static final String PATH = "/api/operations/dead-letters";

    @Test
    void asksForWhatWasTyped() {
        assertThat(request()).isEqualTo(new Request("GET", PATH));
        assertThat(request("list", "--topic", "search.events", "--cause", "failed"))
                .isEqualTo(new Request("GET", PATH + "?topic=search.events&cause=failed"));
        assertThat(request("show", "search.events:0:7")).isEqualTo(new Request("GET", PATH + "/search.events%3A0%3A7"));
        assertThat(request("replay", "search.events:0:7"))
                .isEqualTo(new Request("POST", PATH + "/search.events%3A0%3A7/replay"));
        assertThat(request("replay", "--all", "--type", "usage.recorded.v1"))
                .isEqualTo(new Request("POST", PATH + "/replay?type=usage.recorded.v1"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> request("bury")).hasMessageContaining("dead-letters takes");
        assertThatThrownBy(() -> request("show")).hasMessageContaining("the id");
        assertThatThrownBy(() -> request("replay")).hasMessageContaining("the id");
    }

    @Test
    void showsTheAnswerAndFailsWithIt() throws IOException {
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Accept"));
            var body = "first\nsecond".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 200 : 403, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        var operator = new Operator(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key");
        var said = new Words();

        var shown = DeadLetters.ask(operator, request(), said.terminal());
        var refused = DeadLetters.ask(operator, request("replay", "--all"), said.terminal());
        server.stop(0);

        assertThat(shown).isZero();
        assertThat(refused).isEqualTo(1);
        assertThat(asked).containsExactly("Bearer key text/plain", "Bearer key application/json");
        assertThat(said.toString()).startsWith("first").contains("second");
    }

    private static Request request(String... words) {
        return DeadLetters.request(
                Arguments.parse(List.of(words), Set.of("--all"), Set.of("--topic", "--type", "--cause")));
    }
}
