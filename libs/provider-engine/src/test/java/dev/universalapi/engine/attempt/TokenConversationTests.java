package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Papers;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.engine.trial.Upstream;
import dev.universalapi.engine.trial.Upstream.Says;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `oauth2-client`, over HTTP.
class TokenConversationTests {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String TOKENS = "id.acme.example/token";
    private static final String SEARCH = "api.acme.example/search";
    private static final String FOUND = "{\"papers\":[{\"t\":\"A\"}]}";
    private static final Credential KEY = new Credential("k1", Map.of("ACME_ID", "me", "ACME_SECRET", "hu$h &"));

    private final Upstream upstream = new Upstream();
    private final SettableClock clock = new SettableClock();
    private final World world = new World(Transport.by(upstream.egress()), clock, false);
    private final AtomicInteger issued = new AtomicInteger();

    @AfterEach
    void close() {
        upstream.close();
    }

    private Calling calling(Credential credential) {
        return calling(credential, "get");
    }

    private Calling calling(Credential credential, String method) {
        var offer = Drafts.offer("""
                name: Acme
                home: https://acme.example
                terms: { commercial: allowed, cache: true }
                base: https://api.acme.example
                auth: { oauth2-client: { token: "https://id.acme.example/token", id: $ACME_ID, secret: $ACME_SECRET, scope: read write } }
                refuse: { when: /error, as: invalid-input, message: /error }
                operations:
                  trial/papers:
                    METHOD: /search
                    query: { q: "{text}" }
                    answer: { papers: { each: /papers, title: /t } }
                """.replace("METHOD", method));
        return new Calling(offer, new Papers("x", 2), credential, world);
    }

    private Tried ask() {
        return calling(KEY).ask(LONG);
    }

    private Outcome outcome() {
        return ask().attempt().outcome();
    }

    /// Gives `t1`, `t2` and so on.
    private void issues(String more) {
        upstream.at(TOKENS, _ -> new Says(200, "{\"access_token\":\"t" + issued.incrementAndGet() + "\"" + more + "}"));
    }

    private void takes(String token) {
        upstream.at(
                SEARCH,
                asked -> asked.authorization().equals("Bearer " + token)
                        ? new Says(200, FOUND)
                        : new Says(401, "no such token"));
    }

    @Test
    void asksWithATokenThatItAskedForByForm() {
        issues(",\"token_type\":\"Bearer\",\"expires_in\":3600");
        takes("t1");

        assertThat(outcome()).isEqualTo(Outcome.OK);

        assertThat(upstream.lines()).containsExactly("POST " + TOKENS, "GET " + SEARCH + "?q=x");
        assertThat(upstream.asked().getFirst().body())
                .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=hu%24h%20%26&scope=read%20write");
        assertThat(upstream.asked().getFirst().authorization()).isEmpty();
    }

    @Test
    void keepsTheTokenForLaterCalls() {
        issues(",\"expires_in\":\"3600\"");
        takes("t1");

        ask();
        clock.pass(Duration.ofSeconds(3539));
        ask();

        assertThat(issued).hasValue(1);
    }

    @Test
    void hasATokenForEachCredential() {
        issues(",\"expires_in\":3600");
        upstream.at(SEARCH, FOUND);

        ask();
        calling(new Credential("k2", Map.of("ACME_ID", "me", "ACME_SECRET", "new")))
                .ask(LONG);

        assertThat(upstream.asked().getLast().authorization()).isEqualTo("Bearer t2");
    }

    @Test
    void fetchesOneTokenForAllWhoNeedItAtOnce() throws Exception {
        var go = new CountDownLatch(1);
        upstream.at(TOKENS, _ -> {
            awaits(go);
            return new Says(200, "{\"access_token\":\"t" + issued.incrementAndGet() + "\",\"expires_in\":60}");
        });
        takes("t1");
        var callers = new ArrayList<FutureTask<Outcome>>();
        for (int i = 0; i < 20; i++) {
            var caller = new FutureTask<>(this::outcome);
            callers.add(caller);
            Thread.ofVirtual().start(caller);
        }

        go.countDown();

        for (var caller : callers) {
            assertThat(caller.get()).isEqualTo(Outcome.OK);
        }
        assertThat(issued).hasValue(1);
    }

    @Test
    void renewsATokenThatEndsSoonWhileTheOldOneServes() throws Exception {
        issues(",\"expires_in\":100");
        upstream.at(SEARCH, FOUND);
        ask();
        var renewed = new CountDownLatch(1);
        upstream.at(TOKENS, _ -> {
            renewed.countDown();
            return new Says(200, "{\"access_token\":\"new\",\"expires_in\":100}");
        });

        clock.pass(Duration.ofSeconds(89));
        ask();
        assertThat(renewed.getCount()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        ask();
        renewed.await();

        assertThat(upstream.asked().stream().map(Upstream.Asked::authorization).filter(text -> !text.isEmpty()))
                .containsOnly("Bearer t1");
    }

    @Test
    void fetchesAnotherWhenItHasEnded() {
        issues(",\"expires_in\":100");
        upstream.at(SEARCH, FOUND);
        ask();

        clock.pass(Duration.ofSeconds(100));
        ask();

        assertThat(upstream.asked().getLast().authorization()).isEqualTo("Bearer t2");
    }

    @Test
    void takesTenMinutesForATokenThatDoesNotSayHowLongItLives() {
        issues("");
        upstream.at(SEARCH, FOUND);
        ask();

        clock.pass(Duration.ofMinutes(9).minusSeconds(1));
        ask();
        assertThat(issued).hasValue(1);
        clock.pass(Duration.ofMinutes(1).plusSeconds(1));
        ask();

        assertThat(issued).hasValue(2);
    }

    @Test
    void triesOnceMoreWithAnotherTokenWhenAKeptOneIsRefused() {
        issues(",\"expires_in\":3600");
        takes("t1");
        ask();
        takes("t2");

        assertThat(outcome()).isEqualTo(Outcome.OK);

        assertThat(issued).hasValue(2);
    }

    @Test
    void sendsOnceWhatIsToBeSentOnceAndGetsAnotherTokenForTheNext() {
        issues(",\"expires_in\":3600");
        takes("t1");
        ask();
        takes("t2");
        var once = calling(KEY, "once: true\n    post");

        var refused = once.ask(LONG);
        var calls = upstream.lines().size();
        var next = once.ask(LONG);

        assertThat(refused.attempt().outcome()).as("the key is not dead").isEqualTo(Outcome.UNAVAILABLE);
        assertThat(refused.attempt().status()).isEqualTo(401);
        assertThat(refused.attempt().message())
                .isEqualTo("it no longer takes the access token that was kept; the next call gets another");
        assertThat(calls).as("a token, a call, the call that is refused").isEqualTo(3);
        assertThat(next.attempt().outcome()).isEqualTo(Outcome.OK);
        assertThat(issued).hasValue(2);
    }

    @Test
    void asksAgainWhatIsToBeSentOnceWhereOnlyTheCallBeforeItWasRefused() {
        var before = "api.acme.example/before";
        issues(",\"expires_in\":3600");
        takes("t1");
        ask();
        takes("t2");
        upstream.at(
                before,
                asked -> asked.authorization().equals("Bearer t2")
                        ? new Says(200, "{\"id\":\"b\"}")
                        : new Says(401, "no such token"));
        var once = calling(KEY, "once: true\n    first: { get: /before, take: { id: /id } }\n    post");

        var tried = once.ask(LONG);

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.OK);
        assertThat(upstream.lines())
                .containsExactly(
                        "POST " + TOKENS,
                        "GET " + SEARCH + "?q=x",
                        "GET " + before,
                        "POST " + TOKENS,
                        "GET " + before,
                        "POST " + SEARCH + "?q=x");
    }

    @Test
    void takesTheKeyForDeadWhenTheOtherTokenIsRefusedToo() {
        issues(",\"expires_in\":3600");
        takes("t1");
        ask();
        takes("none");

        var tried = ask();

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.DEAD_KEY);
        assertThat(tried.attempt().status()).isEqualTo(401);
        assertThat(issued).hasValue(2);
    }

    @Test
    void takesTheKeyForDeadWhenANewTokenIsRefused() {
        issues(",\"expires_in\":3600");
        takes("none");

        assertThat(outcome()).isEqualTo(Outcome.DEAD_KEY);

        assertThat(upstream.lines()).hasSize(2);
        assertThat(outcome()).isEqualTo(Outcome.DEAD_KEY);
        assertThat(issued).as("the refused one is not kept").hasValue(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            400 ¦ {"error":"invalid_client"}                        ¦ DEAD_KEY    ¦ the token address refuses: invalid_client
            401 ¦ {"error":"client hu$h & is unknown"}              ¦ DEAD_KEY    ¦ the token address refuses: client REDACTED is unknown
            401 ¦ <html>                                            ¦ DEAD_KEY    ¦ the token address does not answer as it should
            403 ¦ {"error":{"a":1}}                                 ¦ DEAD_KEY    ¦ the token address refuses
            404 ¦ {}                                                ¦ UNAVAILABLE ¦ the token address refuses
            429 ¦ {}                                                ¦ RATE_LIMITED ¦ the token address refuses
            503 ¦ {}                                                ¦ UNAVAILABLE ¦ the token address refuses
            302 ¦ {}                                                ¦ MALFORMED   ¦ the token address refuses
            200 ¦ {"access_token":""}                               ¦ MALFORMED   ¦ the token address answers without a bearer token
            200 ¦ {"access_token":"a b"}                            ¦ MALFORMED   ¦ the token address answers without a bearer token
            200 ¦ {"access_token":"a","token_type":"mac"}           ¦ MALFORMED   ¦ the token address answers without a bearer token
            200 ¦ {"access_token"                                   ¦ MALFORMED   ¦ the token address does not answer as it should
            """)
    void saysWhyThereIsNoToken(int status, String body, Outcome outcome, String message) {
        upstream.at(TOKENS, _ -> new Says(status, body));

        var tried = ask();

        assertThat(tried.attempt().outcome()).isEqualTo(outcome);
        assertThat(tried.attempt().status()).isEqualTo(status);
        assertThat(tried.attempt().message()).isEqualTo(message);
        assertThat(upstream.lines()).hasSize(1);
    }

    @Test
    void readsNoMoreThan64KiBOfATokenAddress() {
        upstream.at(TOKENS, "{\"access_token\":\"t\",\"more\":\"" + "x".repeat(64 * 1024) + "\"}");

        assertThat(outcome()).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void asksAgainAfterATokenThatIsOverAtOnce() {
        issues(",\"expires_in\":0");
        upstream.at(SEARCH, FOUND);

        assertThat(outcome()).isEqualTo(Outcome.OK);
        assertThat(outcome()).isEqualTo(Outcome.OK);

        assertThat(issued).hasValue(2);
    }

    @Test
    void showsNeitherTokenNorSecret() {
        issues(",\"expires_in\":3600");
        upstream.at(SEARCH, asked -> new Says(400, "{\"error\":\"" + asked.authorization() + " of me, hu$h &\"}"));

        var tried = ask();

        assertThat(tried.attempt().message()).isEqualTo("Bearer REDACTED of REDACTED, REDACTED");
    }

    @Test
    void waitsForATokenNoLongerThanItMay() throws Exception {
        var end = new CountDownLatch(1);
        upstream.at(TOKENS, _ -> {
            awaits(end);
            return new Says(200, "{}");
        });

        var tried = calling(KEY).ask(Duration.ofMillis(50));
        end.countDown();

        assertThat(tried.attempt().outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(tried.attempt().message()).isEqualTo("no access token within 50 ms");
    }

    @Test
    void endsAtOnceWhenTheCallerLeaves() throws Exception {
        var reached = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        upstream.at(TOKENS, _ -> {
            reached.countDown();
            awaits(end);
            return new Says(200, "{}");
        });
        var call = new FutureTask<>(this::outcome);
        var caller = Thread.ofVirtual().start(call);
        reached.await();

        caller.interrupt();

        assertThat(call.get()).isEqualTo(Outcome.CANCELLED);
        end.countDown();
        issues("");
        takes("t1");
        assertThat(outcome()).as("the fetch ended with its last caller").isEqualTo(Outcome.OK);
    }

    @Test
    void keepsAnOldTokenWhileItCannotBeRenewed() throws Exception {
        issues(",\"expires_in\":100");
        upstream.at(SEARCH, FOUND);
        ask();
        var tries = new CountDownLatch(1);
        upstream.at(TOKENS, _ -> {
            tries.countDown();
            return new Says(503, "{}");
        });

        clock.pass(Duration.ofSeconds(95));
        var outcomes = List.of(outcome(), outcome());
        tries.await();

        assertThat(outcomes).containsOnly(Outcome.OK);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
