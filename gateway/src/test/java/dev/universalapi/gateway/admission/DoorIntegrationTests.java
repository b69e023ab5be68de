package dev.universalapi.gateway.admission;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import dev.universalapi.gateway.limit.redis.RedisLink;
import dev.universalapi.gateway.limit.redis.RedisServer;
import dev.universalapi.platform.events.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DoorIntegrationTests {
    private static final String PLAN = "--universal.live.gateway.plans.internal.";
    private static final String[] A_HUNDRED_AN_HOUR = {
        PLAN + "rates[0].requests=100", PLAN + "rates[0].per=1h", PLAN + "concurrent=50", PLAN + "streams=1"
    };

    private final RedisServer redis = RedisServer.start();
    private final Upstream service = new Upstream("one");
    private final Analytics analytics = new Analytics();
    private final List<RunningGateway> gateways = new ArrayList<>();

    @AfterEach
    void stop() {
        gateways.forEach(RunningGateway::close);
        analytics.close();
        service.close();
        redis.close();
    }

    private RunningGateway gateway(String... settings) {
        var all = Stream.concat(Stream.of("--universal.redis.uri=" + redis.uri()), Stream.of(settings));
        var gateway = new RunningGateway(
                Map.of("search-service", List.of(service.uri()), "analytics-service", List.of(analytics.uri())),
                all.toArray(String[]::new));
        gateways.add(gateway);
        awaitState(gateway, RedisLink.State.CONNECTED);
        return gateway;
    }

    private static void awaitState(RunningGateway gateway, RedisLink.State state) {
        await().until(() -> gateway.context.getBean(RedisLink.class).state() == state);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void everyAnswerTellsWhatIsLeftAndARefusalWhenItReturns() throws Exception {
        var gateway = gateway(PLAN + "rates[0].requests=2", PLAN + "rates[0].per=1h");

        var first = gateway.get("/api/weather/current");
        gateway.get("/api/weather/teapot");
        var refused = gateway.get("/api/weather/current");
        var again = gateway.get("/api/weather/current");

        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"hour\";q=2;w=3600");
        assertThat(header(first, "RateLimit")).startsWith("\"hour\";r=1;t=");
        var problem = assertProblem(refused, ProblemType.RATE_LIMITED);
        assertThat(header(refused, "Retry-After"))
                .isEqualTo(problem.path("retryAfter").asString())
                .matches("[1-9][0-9]*");
        assertThat(header(refused, "RateLimit")).startsWith("\"hour\";r=0;t=");
        assertProblem(again, ProblemType.RATE_LIMITED);
        assertThat(header(again, "RateLimit")).startsWith("\"hour\";r=0;t=");
        assertThat(service.seen).hasSize(2);
        assertThat(gateway.context
                        .getBean(MeterRegistry.class)
                        .counter("admission.refused", "why", "rate-limited")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void onlyAnswersThatAreOnesCountTowardsAQuota() throws Exception {
        var gateway = gateway(
                PLAN + "rates[0].requests=100",
                PLAN + "rates[0].per=1h",
                PLAN + "quotas[0].amount=3",
                PLAN + "quotas[0].per=day");
        gateway.get("/api/weather/teapot");
        gateway.get("/api/weather/teapot");

        for (var i = 0; i < 3; i++) {
            assertThat(gateway.get("/api/weather/current").statusCode()).isEqualTo(200);
        }
        await().until(() -> gateway.get("/api/weather/current").statusCode() == 429);

        var refused = gateway.get("/api/weather/current");
        var problem = assertProblem(refused, ProblemType.QUOTA_EXHAUSTED);
        assertThat(problem.path("retryAfter").asLong()).isBetween(1L, 86_400L);
        assertThat(header(refused, "RateLimit")).contains("\"day\";r=0;t=");
        assertThat(analytics.asked).contains("/internal/usage/acme with");
    }

    @Test
    void whatRedisHasLostIsCountedAgainFromUsage() throws Exception {
        analytics.rows = "{\"key\":\"k\",\"category\":\"weather\",\"day\":40,\"month\":70}";
        var gateway = gateway(
                PLAN + "rates[0].requests=100000",
                PLAN + "rates[0].per=1h",
                PLAN + "quotas[0].amount=60",
                PLAN + "quotas[0].per=day");

        gateway.get("/api/weather/current");

        await().until(() ->
                header(gateway.get("/api/weather/teapot"), "RateLimit").contains("\"day\";r=1"));
    }

    @Test
    void tellsAllLimitsWithoutCountingThem() throws Exception {
        var gateway = gateway(A_HUNDRED_AN_HOUR);
        gateway.get("/api/weather/current");

        var answer = gateway.get("/api/limits");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = RunningGateway.json(answer);
        assertThat(told.at("/data/plan").asString()).isEqualTo("internal");
        assertThat(told.at("/data/rates/0/name").asString()).isEqualTo("hour");
        assertThat(told.at("/data/rates/0/left").asLong()).isEqualTo(98); // this one counts as well
        assertThat(told.at("/data/rates/0/returnsAt").asString()).endsWith("Z");
        assertThat(told.at("/data/concurrent/limit").asInt()).isEqualTo(50);
        assertThat(told.at("/meta/counted").asString()).isEqualTo("together");
        assertProblem(gateway.getWithoutKey("/api/limits"), ProblemType.MISSING_KEY);
        assertProblem(
                gateway.send(gateway.request("/api/limits").POST(BodyPublishers.noBody())),
                ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void asManyAreUnderWayAsThePlanHasRoomFor() throws Exception {
        var gateway = gateway(
                PLAN + "rates[0].requests=100", PLAN + "rates[0].per=1h", PLAN + "concurrent=1", PLAN + "streams=1");
        var held = gateway.client().sendAsync(gateway.request("/api/hold").build(), BodyHandlers.ofString());
        assertThat(service.holding.await(10, TimeUnit.SECONDS)).isTrue();

        var refused = gateway.get("/api/weather/current");
        service.release.complete(null);

        assertProblem(refused, ProblemType.TOO_MANY_AT_ONCE);
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(held.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        await().until(() -> gateway.get("/api/weather/current").statusCode() == 200);
    }

    @Test
    void asManyStreamsAreOpenAsThePlanHasRoomFor() throws Exception {
        var gateway = gateway(A_HUNDRED_AN_HOUR);
        var stream = service.nextStream();
        var open = gateway.client()
                .sendAsync(
                        gateway.request("/api/stream", "Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream())
                .get(10, TimeUnit.SECONDS);
        stream.begun().get(10, TimeUnit.SECONDS);

        var refused = gateway.get("/api/stream", "Accept", "text/event-stream");
        var other = gateway.get("/api/weather/current");
        open.body().close();

        assertProblem(refused, ProblemType.TOO_MANY_AT_ONCE);
        assertThat(other.statusCode()).isEqualTo(200);
        await().until(() -> RunningGateway.json(gateway.get("/api/limits"))
                        .at("/data/streams/now")
                        .asInt()
                == 0);
    }

    @Test
    void withoutRedisItGoesOnByItsShare() throws Exception {
        var gateway = gateway(PLAN + "rates[0].requests=2", PLAN + "rates[0].per=1h");
        redis.stop();
        awaitState(gateway, RedisLink.State.AWAY);

        var answers = List.of(gateway.get("/api/x"), gateway.get("/api/x"), gateway.get("/api/x"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429);
        redis.resume();
        awaitState(gateway, RedisLink.State.CONNECTED);
        assertThat(gateway.get("/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void threeGatewaysLetInExactlyTheLimit() throws Exception {
        for (var i = 0; i < 3; i++) {
            gateway(PLAN + "rates[0].requests=10", PLAN + "rates[0].per=1m", PLAN + "concurrent=10000");
        }

        var calls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 600; i++) {
            var gateway = gateways.get(i % 3);
            calls.add(gateway.client().sendAsync(gateway.request("/api/x").build(), BodyHandlers.ofString()));
        }
        var statuses = calls.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).containsOnly(200, 429);
        assertThat(service.seen).hasSize(10);
    }

    @Test
    void aGatewayThatIsFullRefusesWithoutBeginning() throws Exception {
        var gateway = gateway(
                PLAN + "rates[0].requests=1000",
                PLAN + "rates[0].per=1h",
                PLAN + "concurrent=100",
                "--universal.gateway.admission.most=1",
                "--universal.gateway.admission.least=1");
        var held = gateway.client().sendAsync(gateway.request("/api/hold").build(), BodyHandlers.ofString());
        assertThat(service.holding.await(10, TimeUnit.SECONDS)).isTrue();

        var refused = gateway.get("/api/x");
        service.release.complete(null);

        assertProblem(refused, ProblemType.OVERLOADED);
        assertThat(header(refused, "Retry-After")).matches("[1-9][0-9]?");
        assertThat(held.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeavesWhileWaitingLeavesNothingBehind() throws Exception {
        var gateway = gateway(
                PLAN + "rates[0].requests=1000",
                PLAN + "rates[0].per=1h",
                PLAN + "concurrent=100",
                PLAN + "quotas[0].amount=5",
                PLAN + "quotas[0].per=day",
                "--universal.gateway.admission.most=2",
                "--universal.gateway.admission.least=2");
        var held = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var i = 0; i < 40; i++) {
            held.add(gateway.client().sendAsync(gateway.request("/api/hold").build(), BodyHandlers.ofString()));
        }
        assertThat(service.holding.await(10, TimeUnit.SECONDS)).isTrue();
        held.forEach(call -> call.cancel(true));

        var seats = gateway.context.getBean(Seats.class);

        await().until(() -> seats.taken() == 0);
        await().until(() -> RunningGateway.json(gateway.get("/api/limits"))
                        .at("/data/quotas/0/left")
                        .asLong()
                == 5);
        assertThat(gateway.get("/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutKafkaNothingIsRefused() throws Exception {
        var gateway = gateway(
                PLAN + "rates[0].requests=100",
                PLAN + "rates[0].per=1h",
                PLAN + "quotas[0].amount=2",
                PLAN + "quotas[0].per=day",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1");

        var first = gateway.get("/api/x");
        await().until(() -> header(gateway.get("/api/teapot"), "RateLimit").contains("\"day\";r=0")); // its own is held
        var second = gateway.get("/api/x");

        assertThat(gateway.context.getBeanNamesForType(Events.class)).hasSize(1);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
    }
}
