package dev.universalapi.search.search;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.web.Departures;
import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.stream.Session;
import dev.universalapi.search.search.stream.Sessions;
import dev.universalapi.search.search.stream.Telling;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class StreamedSearchTests {
    private static final Intent WEATHER = intent("weather", "weather in Lyon", "", LYON);
    private static final Intent COINS = intent("crypto", "bitcoin", "", BITCOIN);
    private static final Intent NEWS = intent("news", "news of solar power", "solar power");

    private final World world = new World();
    private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
    private final Sessions sessions = new Sessions(now::get, 5, Duration.ofMinutes(5), Duration.ofMillis(20));

    /// Does something once it has read a word.
    private static final class Reader extends MockHttpServletResponse {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final String word;
        private final Runnable then;

        Reader(String word, Runnable then) {
            this.word = word;
            this.then = then;
        }

        String text() {
            return read.toString(StandardCharsets.UTF_8);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(int letter) {
                    read.write(letter);
                }

                @Override
                public void flush() {
                    if (text().contains(word)) {
                        then.run();
                    }
                }
            };
        }
    }

    @Test
    void tellsWhoIsLateAndTellsThemAgainWhenTheyAreThere() throws Exception {
        world.coins(null);
        world.holdsCoins();

        var text = read("\"late\"", world::letsCoinsGo, Duration.ZERO, WEATHER, COINS);

        assertThat(events(text))
                .containsExactly(
                        "plan",
                        "source",
                        "source",
                        "source",
                        "answer",
                        "coverage",
                        "source",
                        "source",
                        "answer",
                        "coverage",
                        "done");
        assertThat(text).contains("data: {\"operation\":\"weather/current\",\"provider\":null,\"outcome\":\"started\"");
        assertThat(text.indexOf("\"late\"")).isLessThan(text.indexOf("\"kind\":\"price\""));
        assertThat(text).contains("\"coverage\":0.5", "\"coverage\":1.0");
    }

    @Test
    void putsResultsIntoAListByTheirRanks() throws Exception {
        var text = read("nothing", () -> {}, Duration.ofSeconds(60), NEWS);

        assertThat(events(text)).containsExactly("plan", "source", "source", "upsert", "upsert", "coverage", "done");
        assertThat(text).contains("\"id\":\"One\",\"rank\":1.0", "\"id\":\"Two\",\"rank\":2.0");
        assertThat(text).contains("First of all.").doesNotContain("\"score\"", "\"why\"");
    }

    @Test
    void endsWithAProblemWhereAllAreAway() throws Exception {
        var text = read("nothing", () -> {}, Duration.ofSeconds(60), COINS);

        assertThat(events(text)).containsExactly("plan", "source", "source", "coverage", "error");
        assertThat(text).contains("providers-failed", "search-1");
    }

    @Test
    void asksOnForNobody() throws Exception {
        world.holdsCoins();
        var session = begin(Duration.ZERO, WEATHER, COINS);

        leaveAtTheFirstWhoIsLate(session);
        now.updateAndGet(before -> before.plusMillis(20));

        world.awaitsLeaving();
        assertThat(sessions.find(session.id() + ".1", "acme")).isEmpty();
    }

    @Test
    void asksOnForWhoComesBackInTime() throws Exception {
        world.coins(null);
        world.holdsCoins();
        var session = begin(Duration.ZERO, WEATHER, COINS);
        leaveAtTheFirstWhoIsLate(session);
        var reader = new Reader("nothing", () -> {});

        world.letsCoinsGo();
        send(sessions.find(session.id() + ".1", "acme").orElseThrow(), reader);

        assertThat(events(reader.text())).startsWith("source").endsWith("done");
        assertThat(world.isStillAsked()).isTrue();
    }

    private void leaveAtTheFirstWhoIsLate(Session session) {
        var reader = new Reader("\"late\"", () -> {
            throw new UncheckedIOException(new EOFException("gone"));
        });
        assertThatThrownBy(() -> send(new Sessions.Place(session, 0), reader)).isInstanceOf(UncheckedIOException.class);
    }

    private String read(String word, Runnable then, Duration grace, Intent... intents) throws Exception {
        var reader = new Reader(word, then);
        send(new Sessions.Place(begin(grace, intents), 0), reader);
        assertThat(reader.getContentType()).isEqualTo("text/event-stream;charset=UTF-8");
        return reader.text();
    }

    private Session begin(Duration grace, Intent... intents) {
        var desk = new Desk(world, grace, _ -> {}, Set.of(), List.of(intents));
        var wish = new Wish("x", Set.of(Language.EN), Set.of(), 10, Optional.empty(), true, true, false);
        var session = sessions.open("acme");
        desk.streamed().begin(session, desk.searches().plan(wish), wish, World.seeker());
        return session;
    }

    private static void send(Sessions.Place from, Reader reader) throws IOException {
        try (var departures = new Departures()) {
            new Telling(departures, Duration.ofSeconds(15), Duration.ofSeconds(5)).send(from, reader);
        }
    }

    private static List<String> events(String text) {
        return text.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring("event: ".length()))
                .toList();
    }
}
