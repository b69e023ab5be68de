package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Papers;
import dev.universalapi.engine.page.Papers.Paper;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.standing.Pace;
import dev.universalapi.engine.standing.Standings;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Upstream;
import dev.universalapi.engine.trial.Upstream.Says;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `first` and `page`, over HTTP.
class PageConversationTests {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String IDS = "api.acme.example/ids";
    private static final String PAPERS = "api.acme.example/papers";
    private static final String TWO_STEPS = """
            first:
              get: /ids
              query: { term: "{text}", from: "{offset}", most: "{limit}" }
              take: { ids: /list, found: /count | number or none }
            get: /papers
            query: { id: "{ids}" }
            page: { max: 3 }
            answer: { papers: { each: /papers, title: /t }, total: "{found}" }
            """;

    private final Upstream upstream = new Upstream();
    private final World world = new World(Transport.by(upstream.egress()), InstantSource.system(), false);

    @AfterEach
    void close() {
        upstream.close();
    }

    private Tried ask(Offer offer, Record query) {
        return new Calling(offer, query, Credential.NONE, world).ask(LONG);
    }

    private static String papers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"t\":\"" + i + "\"}")
                .collect(Collectors.joining(",", "{\"papers\":[", "]"));
    }

    private static @Nullable Position next(Tried tried) {
        return tried.answer() instanceof Reading.Answer answer ? answer.next() : null;
    }

    /// Follows a list to its end; the titles of each page.
    private List<String> follow(Offer offer, Papers query) {
        var pages = new ArrayList<String>();
        var at = Position.START;
        while (at != null && pages.size() < 10) {
            var tried = ask(offer.at(at), query);
            assertThat(tried.answer()).as("%s", tried.attempt()).isNotNull();
            if (tried.answer() instanceof Reading.Answer answer && answer.value() instanceof Papers.Answer found) {
                pages.add(found.papers().stream().map(Paper::title).collect(Collectors.joining(" ")));
            }
            at = next(tried);
        }
        return pages;
    }

    private static int number(String line, String name) {
        return Integer.parseInt(line.replaceAll(".*[?&]" + name + "=([0-9]+).*", "$1"));
    }

    @Test
    void fillsTheCallThatCountsWithWhatTheOneBeforeBrought() {
        upstream.at(IDS, "{\"list\":[12,\"a b\",null],\"count\":\"7\"}");
        upstream.at(PAPERS, "{\"papers\":[{\"t\":\"A\"}]}");

        var tried = ask(Drafts.offer("trial/papers", TWO_STEPS), new Papers("x", 2));

        assertThat(upstream.lines())
                .containsExactly("GET " + IDS + "?term=x&from=0&most=2", "GET " + PAPERS + "?id=12%2Ca%20b");
        assertThat(tried.answer())
                .extracting(Reading.Answer::value)
                .isEqualTo(new Papers.Answer(List.of(new Paper("A")), 7L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            200 ¦ {"list":[],"count":0}          ¦ EMPTY         ¦
            200 ¦ {"count":1}                    ¦ EMPTY         ¦
            200 ¦ {"list":[1],"count":1}         ¦ UNAVAILABLE   ¦
            200 ¦ {"list":{},"count":1}          ¦ EMPTY         ¦
            200 ¦ {"list":[null," "],"count":1}  ¦ EMPTY         ¦
            200 ¦ {"list":null,"count":1}        ¦ EMPTY         ¦
            200 ¦ {"list":[1],"count":"many"}    ¦ EMPTY         ¦
            200 ¦ {"list":[{"a":1}],"count":1}   ¦ MALFORMED     ¦ ids of the call before: an object or a list of lists is no value
            200 ¦ {"list":{"a":1},"count":1}     ¦ MALFORMED     ¦ ids of the call before: an object or a list of lists is no value
            200 ¦ {"list":                       ¦ MALFORMED     ¦
            400 ¦ {"list":[1]}                   ¦ INVALID_INPUT ¦
            401 ¦ {"list":[1]}                   ¦ DEAD_KEY      ¦
            404 ¦ {"list":[1]}                   ¦ NOT_FOUND     ¦
            429 ¦ {"list":[1]}                   ¦ RATE_LIMITED  ¦
            500 ¦ {"list":[1]}                   ¦ UNAVAILABLE   ¦
            302 ¦ {"list":[1]}                   ¦ MALFORMED     ¦ status 302
            """)
    void judgesTheCallBeforeByItsStatusAlone(int status, String body, Outcome outcome, @Nullable String message) {
        upstream.at(IDS, _ -> new Says(status, body));
        upstream.at(PAPERS, _ -> new Says(503, ""));

        var tried = ask(Drafts.offer("trial/papers", TWO_STEPS), new Papers("x", 2));

        assertThat(tried.attempt().outcome()).isEqualTo(outcome);
        if (message != null) {
            assertThat(tried.attempt().message()).isEqualTo(message);
        }
        var went = tried.response() != null && tried.response().status() == 503;
        assertThat(upstream.lines()).hasSize(went ? 2 : 1);
        assertThat(went).isEqualTo(body.contains("[1],\"count\":1"));
    }

    @Test
    void isNotFoundWhereAnAnswerCannotBeEmpty() {
        upstream.at(IDS, "{\"id\":\"\"}");

        var tried = ask(Drafts.offer("trial/strict", """
                        first: { get: /ids, take: { id: /id } }
                        get: /papers/{id}
                        answer: { title: /t }
                        """), new Papers.Strict("x"));

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(upstream.lines()).hasSize(1);
    }

    @Test
    void blamesTheProviderForAValueThatMakesNoCall() {
        upstream.at(IDS, "{\"id\":\"..\"}");

        var tried = ask(Drafts.offer("trial/strict", """
                        first: { post: /ids, json: { q: "{text}" }, take: { id: /id } }
                        get: /papers/{id}
                        answer: { title: /t }
                        """), new Papers.Strict("x"));

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(tried.attempt().message())
                .isEqualTo(
                        "what the call before brought makes no call: a part of the path would be empty, `.` or `..`");
        assertThat(upstream.asked().getFirst().body()).isEqualTo("{\"q\":\"x\"}");
    }

    @Test
    void isNoCandidateWhereTheCallBeforeDoesNotFit() {
        var offer = Drafts.offer("trial/strict", """
                first: { get: "/ids/{text}", take: { id: /id } }
                get: /papers/{id}
                answer: { title: /t }
                """);

        assertThat(offer.unsupported(new Papers.Strict(".."))).isPresent();
        assertThat(offer.unsupported(new Papers.Strict("x"))).isEmpty();
    }

    @Test
    void isNoCandidateWhereACallWithoutTakenValuesDoesNotFit() {
        var offer = Drafts.offer("trial/strict", """
                first: { get: /ids, take: { id: /id } }
                get: /papers/{text}
                answer: { title: "{id}" }
                """);

        assertThat(offer.unsupported(new Papers.Strict(".."))).isPresent();
    }

    @Test
    void knowsThatItMakesTwoRequests() {
        assertThat(Drafts.offer("trial/papers", TWO_STEPS).spends(new Papers("x", 2)))
                .containsEntry("requests", 2L);
    }

    @Test
    void takesBothRequestsOfTheQuotaOrIsNotAsked() {
        var provider = Draft.provider(
                Papers.OPERATIONS,
                Draft.HEAD.replace("/v1", "") + "quota: [ 3/hour ]\noperations:\n  trial/papers:\n"
                        + TWO_STEPS.indent(4));
        var query = new Papers("x", 2);
        var calling = new Calling(provider.offers().getFirst(), query, Credential.NONE, world);
        var clock = new SettableClock();
        var gate = new Gate(
                clock,
                new Standings(clock, new Random(1), () -> Pace.DEFAULT, new VirtualTime()),
                CountedQuotas.alone(clock));
        upstream.at(IDS, "{\"list\":[1],\"count\":1}");
        upstream.at(PAPERS, "{\"papers\":[{\"t\":\"A\"}]}");
        var turn = new Turn(provider, calling, null);

        var first = gate.ask(turn, LONG, Duration.ZERO);
        var second = gate.ask(turn, LONG, Duration.ZERO);

        assertThat(first.attempt().outcome()).isEqualTo(Outcome.OK);
        assertThat(second.attempt().outcome()).isEqualTo(Outcome.QUOTA_SPENT);
        assertThat(upstream.lines())
                .as("one request is left, and two are needed")
                .hasSize(2);
    }

    @Test
    void endsBothCallsWhenTheCallerLeaves() throws Exception {
        var reached = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        upstream.at(IDS, "{\"list\":[1],\"count\":1}");
        upstream.at(PAPERS, _ -> {
            reached.countDown();
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Says(200, "{}");
        });
        var call = new FutureTask<>(() -> ask(Drafts.offer("trial/papers", TWO_STEPS), new Papers("x", 2)));
        var caller = Thread.ofVirtual().start(call);
        reached.await();

        caller.interrupt();

        assertThat(call.get().attempt().outcome()).isEqualTo(Outcome.CANCELLED);
        end.countDown();
    }

    @Test
    void pagesByTheOffsetOfTheCallBefore() {
        upstream.at(IDS, asked -> new Says(200, "{\"list\":[" + number(asked.line(), "from") + "],\"count\":5}"));
        upstream.at(PAPERS, asked -> {
            var from = number(asked.line(), "id");
            return new Says(200, papers(from, Math.min(5, from + 3)) + "}");
        });

        assertThat(follow(Drafts.offer("trial/papers", TWO_STEPS), new Papers("x", 50)))
                .containsExactly("0 1 2", "3 4");
    }

    @Test
    void pagesByNumber() {
        upstream.at(PAPERS, asked -> {
            var from = (number(asked.line(), "p") - 1) * number(asked.line(), "n");
            return new Says(200, papers(from, Math.min(5, from + number(asked.line(), "n"))) + "}");
        });
        var offer = Drafts.offer("trial/papers", """
                get: /papers
                query: { p: "{page}", n: "{limit}" }
                page: { max: 50 }
                answer: { papers: { each: /papers, title: /t } }
                """);

        assertThat(follow(offer, new Papers("x", 2))).containsExactly("0 1", "2 3", "4");
    }

    @Test
    void givesPagesThatAreLongerThanAskedForInPieces() {
        upstream.at(PAPERS, asked -> {
            var from = (number(asked.line(), "p") - 1) * 4;
            return new Says(200, papers(from, Math.min(7, from + 4)) + "}");
        });
        var offer = Drafts.offer("trial/papers", """
                get: /papers
                query: { p: "{page}" }
                page: { max: 4 }
                answer: { papers: { each: /papers, title: /t } }
                """);

        assertThat(follow(offer, new Papers("x", 3))).containsExactly("0 1 2", "3", "4 5 6");
    }

    @Test
    void pagesByToken() {
        upstream.at(PAPERS, asked -> {
            var first = !asked.line().contains("after=");
            return new Says(200, first ? papers(0, 2) + ",\"next\":\"k/2\"}" : papers(2, 4) + ",\"next\":null}");
        });
        var offer = Drafts.offer("trial/papers", """
                get: /papers
                query: { after: "{token}", n: "{limit}" }
                page: { max: 2, next: /next }
                answer: { papers: { each: /papers, title: /t } }
                """);

        assertThat(follow(offer, new Papers("x", 2))).containsExactly("0 1", "2 3");
        assertThat(upstream.lines()).containsExactly("GET " + PAPERS + "?n=2", "GET " + PAPERS + "?after=k%2F2&n=2");
    }

    @Test
    void doesNotTakeAnObjectForAToken() {
        upstream.at(PAPERS, papers(0, 2) + ",\"next\":{\"a\":1}}");
        var offer = Drafts.offer("trial/papers", """
                get: /papers
                query: { after: "{token}" }
                page: { max: 2, next: /next }
                answer: { papers: { each: /papers, title: /t } }
                """);

        var tried = ask(offer, new Papers("x", 2));

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(tried.attempt().message()).startsWith("the token of the next page: ");
    }

    @Test
    void endsWhereTheListIsAbsent() {
        upstream.at(PAPERS, "{\"papers\":null}");
        var offer = Drafts.offer("trial/papers", """
                get: /papers
                query: { p: "{page}" }
                page: { max: 2 }
                answer: { papers: { each: /papers or none, title: /t } }
                """);

        var tried = ask(offer, new Papers("x", 2));

        assertThat(offer.pages()).isTrue();
        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.OK);
        assertThat(next(tried)).isNull();
    }
}
