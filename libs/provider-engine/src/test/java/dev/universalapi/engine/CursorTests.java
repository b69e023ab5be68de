package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Papers;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.trial.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of two providers, followed through the engine.
class CursorTests {
    private static final String PAGE = "{\"papers\":[{\"t\":\"A\"},{\"t\":\"B\"}]}";
    private static final Papers QUERY = new Papers("x", 2);

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final Upstream upstream = new Upstream();

    @BeforeEach
    void writeManifests() throws IOException {
        manifest("ample", "page: { max: 50 }");
        manifest("brief", "page: { max: 50 }");
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    private void manifest(String id, String page) throws IOException {
        var text =
                """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true }
                base: https://api.%1$s.example
                auth: none
                operations:
                  trial/papers:
                    get: /papers
                    query: { p: %2$s }
                    answer: { papers: { each: /papers, title: /t } }
                    %3$s
                """.formatted(id, page.isEmpty() ? "x" : "\"{page}/{limit}\"", page.isEmpty() ? "once: false" : page);
        Files.createDirectories(folder.resolve(id));
        Files.writeString(folder.resolve(id).resolve("provider.yml"), text);
        upstream.at("api." + id + ".example/papers", PAGE);
    }

    private Reply<Papers.Answer> ask(Route route, Cursor.@Nullable Leading cursor) {
        return ask(engine(), route, cursor);
    }

    private Engine engine() {
        var catalogue = Catalogue.load(Papers.OPERATIONS, folder);
        return TestEngine.of(
                catalogue,
                upstream.egress(),
                Secrets.of(null),
                Receipts.inMemory(clock),
                clock,
                () -> List.of("ample", "brief"),
                "live");
    }

    private Reply<Papers.Answer> ask(Engine engine, Route route, Cursor.@Nullable Leading cursor) {
        return engine.ask(
                QUERY,
                new Asking("r1", "acme", clock.instant().plus(Duration.ofSeconds(20)), route, Freshness.ANY, cursor));
    }

    @Test
    void saysWhereTheListGoesOn() {
        var reply = (Reply.Answered<Papers.Answer>) ask(Route.ANY, null);

        assertThat(reply.next()).isEqualTo(new Position(2, 2, null, 0));
        assertThat(reply.meta().next()).isNull();
        assertThat(reply.meta().leadingTo("c").next()).isEqualTo("c");
    }

    @Test
    void goesOnWithTheProviderThatTheCursorNames() {
        var cursor = new Cursor.Leading("brief", new Position(4, 6, null, 0));

        var reply = (Reply.Answered<Papers.Answer>) ask(Route.ANY, cursor);

        assertThat(reply.meta().provider()).isEqualTo("brief");
        assertThat(reply.next()).isEqualTo(new Position(5, 8, null, 0));
        assertThat(upstream.lines()).containsExactly("GET api.brief.example/papers?p=4%2F2");
    }

    @Test
    void asksOnceForAPageThatIsAskedForTwice() throws IOException {
        manifest("brief", "page: { max: 50 }\n    cache: 10m");
        var engine = engine();
        var second = new Cursor.Leading("brief", new Position(2, 2, null, 0));
        var third = new Cursor.Leading("brief", new Position(3, 4, null, 0));

        ask(engine, Route.ANY, second);
        var again = (Reply.Answered<Papers.Answer>) ask(engine, Route.ANY, second);
        ask(engine, Route.ANY, third);

        assertThat(again.meta().cached()).isTrue();
        assertThat(again.meta().provider()).isEqualTo("brief");
        assertThat(again.next()).isEqualTo(third.position());
        assertThat(upstream.lines())
                .containsExactly("GET api.brief.example/papers?p=2%2F2", "GET api.brief.example/papers?p=3%2F2");
    }

    @Test
    void keepsAPageFromThoseWhoDoNotWantItsProvider() throws IOException {
        manifest("brief", "page: { max: 50 }\n    cache: 10m");
        var engine = engine();
        var second = new Cursor.Leading("brief", new Position(2, 2, null, 0));
        ask(engine, Route.ANY, second);

        var reply = ask(engine, new Route(List.of(), List.of(), List.of("brief")), second);

        assertThat(reply).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void keepsNoPageWhereItsProviderDoesNotLetItBeKept() throws IOException {
        manifest("ample", "page: { max: 50 }\n    cache: 10m");
        var engine = engine();
        var second = new Cursor.Leading("brief", new Position(2, 2, null, 0));

        ask(engine, Route.ANY, second);
        ask(engine, Route.ANY, second);

        assertThat(upstream.lines()).hasSize(2);
    }

    @Test
    void asksNobodyElseWhereThatProviderIsGone() {
        var reply =
                (Reply.Refused<Papers.Answer>) ask(Route.ANY, new Cursor.Leading("gone", new Position(2, 2, null, 0)));

        assertThat(reply.type()).isEqualTo(ProblemType.NO_PROVIDER);
        assertThat(reply.detail()).isEqualTo("The cursor leads back to gone, which cannot be asked now.");
        assertThat(upstream.lines()).isEmpty();
    }

    @Test
    void asksNobodyWhereThatProviderNoLongerHasPages() throws IOException {
        manifest("brief", "");

        var reply = ask(Route.ANY, new Cursor.Leading("brief", new Position(2, 2, null, 0)));

        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(upstream.lines()).isEmpty();
    }
}
