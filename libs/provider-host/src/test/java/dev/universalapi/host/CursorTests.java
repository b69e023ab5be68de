package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.page.Cursor;
import org.junit.jupiter.api.Test;

class CursorTests extends AtelierTests {
    private static final String BRUSHES = "/api/tool/brush?limit=3";

    private String next() throws Exception {
        return body(to(BRUSHES).exchange(), 200).path("meta").path("next").asString();
    }

    @Test
    void leadsBackToWhereAListGoesOn() throws Exception {
        var next = next();

        body(to(BRUSHES + "&cursor=" + next).exchange(), 200);

        assertThat(providers.asked()).isEqualTo(new Brush(3));
        assertThat(providers.asking().cursor()).isEqualTo(new Cursor.Leading("pigments", ScriptedProviders.NEXT));
    }

    @Test
    void standsInTheAddressBesideABody() throws Exception {
        var next = next();

        body(post("/api/tool/brush?cursor=" + next, "{\"limit\": 3}").exchange(), 200);

        assertThat(providers.asked()).isEqualTo(new Brush(3));
        assertThat(providers.asking().cursor()).isEqualTo(new Cursor.Leading("pigments", ScriptedProviders.NEXT));
    }

    @Test
    void isNullAtTheEnd() throws Exception {
        assertThat(body(to(RED).exchange(), 200).path("meta").path("next").isNull())
                .isTrue();
    }

    @Test
    void status400ForOneOfAnotherQuery() throws Exception {
        var problem = body(to("/api/tool/brush?limit=4&cursor=" + next()).exchange(), 400);

        assertThat(problem.path("type").asString()).endsWith("invalid-parameter");
        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("cursor");
        assertThat(problem.path("detail").asString())
                .isEqualTo("cursor belongs to another query; send the same parameters with it");
    }

    @Test
    void status400ForOneThatIsForged() throws Exception {
        var problem = body(to(BRUSHES + "&cursor=abc").exchange(), 400);

        assertThat(problem.path("detail").asString()).startsWith("cursor is none that was given by this service");
    }

    @Test
    void status400ForTwo() throws Exception {
        var next = next();

        var problem = body(to(BRUSHES + "&cursor=" + next + "&cursor=" + next).exchange(), 400);

        assertThat(problem.path("detail").asString()).isEqualTo("cursor must be given once");
    }

    @Test
    void status400WhereThereAreNoPages() throws Exception {
        var problem = body(to(RED + "&cursor=abc").exchange(), 400);

        assertThat(problem.path("detail").asString()).startsWith("cursor is not a parameter of paint/colour");
    }
}
