package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.receipt.Receipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceTests {
    private static final String ONE = "api.one.example";
    private static final String SENT = answer("application/json", "{\"id\": \"m1\"}");

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final Receipts receipts = Receipts.inMemory(clock);
    private RawWorld world;
    private Egress egress;
    private Engine engine;

    /// Something to be done.
    @Operation(path = "post/letter", summary = "A letter")
    public record Letter(String to) implements Command<Letter.Answer> {

        /// What was done.
        public record Answer(String id) {}
    }

    /// Answered by bytes.
    @Operation(path = "post/stamp", summary = "A stamp")
    public record Stamp() implements Query<Binary> {}

    @BeforeEach
    void open() throws IOException {
        world = new RawWorld();
        egress = world.egress();
        provider("one");
        provider("two");
        world.says("api.two.example", SENT);
        var catalogue = Catalogue.load(Operations.of(Letter.class, Stamp.class), folder);
        engine = TestEngine.of(
                catalogue, egress, Secrets.of(null), receipts, clock, () -> List.of("one", "two"), "live");
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        world.close();
    }

    @Test
    void isCarriedOutEachTimeItIsAsked() {
        world.says(ONE, SENT);

        ask(new Letter("ada"), "request-1");
        var reply = ask(new Letter("ada"), "request-2");

        assertThat(((Reply.Answered<Letter.Answer>) reply).data().id()).isEqualTo("m1");
        assertThat(((Reply.Answered<Letter.Answer>) reply).meta().cached()).isFalse();
        assertThat(world.asked()).containsExactly(ONE, ONE);
        assertThat(receipts.find("acme", "request-2")).contains(reply.receipt());
    }

    @Test
    void whoMayHaveSeenItIsTheLastToBeAsked() {
        world.says(ONE, "HTTP/1.1 503 Sick\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var reply = ask(new Letter("ada"), "request-1");

        assertThat(((Reply.Refused<Letter.Answer>) reply).type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        assertThat(world.asked()).containsExactly(ONE);
        assertThat(receipts.find("acme", "request-1")).contains(reply.receipt());
    }

    @Test
    void whoDoesNotKnowWhoAsksHasDoneNothing() throws IOException {
        Files.writeString(
                folder.resolve("one").resolve("provider.yml"),
                Files.readString(folder.resolve("one").resolve("provider.yml"))
                        .replace("auth: none", "auth: none\nrefuse: { when: 401, as: unavailable }"));
        var catalogue = Catalogue.load(Operations.of(Letter.class, Stamp.class), folder);
        engine = TestEngine.of(
                catalogue, egress, Secrets.of(null), receipts, clock, () -> List.of("one", "two"), "live");
        world.says(ONE, "HTTP/1.1 401 Who\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var reply = ask(new Letter("ada"), "request-1");

        assertThat(((Reply.Refused<Letter.Answer>) reply).type()).isEqualTo(ProblemType.PROVIDERS_FAILED);
        assertThat(world.asked()).as("nobody else is asked all the same").containsExactly(ONE);
    }

    @Test
    void bytesAreNotKept() {
        world.says(ONE, answer("image/png", "dots"));

        ask(new Stamp(), "request-1");
        var reply = ask(new Stamp(), "request-2");

        assertThat(((Reply.Answered<Binary>) reply).data()).hasToString("image/png, 4 bytes");
        assertThat(world.asked()).containsExactly(ONE, ONE);
        assertThat(reply.receipt().from()).isNull();
    }

    private <A extends Record> Reply<A> ask(Question<A> question, String request) {
        return engine.ask(
                question, new Asking(request, "acme", clock.instant().plus(Duration.ofSeconds(20)), Route.ANY));
    }

    private static String answer(String type, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(type, body.length(), body);
    }

    private void provider(String id) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(id)).resolve("provider.yml"), """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true }
                base: https://api.%1$s.example
                auth: none
                operations:
                  post/letter:
                    post: /letters
                    json: { to: "{to}" }
                    answer: { id: /id }
                  post/stamp:
                    get: /stamp
                    reads: binary
                    cache: 1h
                """.formatted(id));
    }
}
