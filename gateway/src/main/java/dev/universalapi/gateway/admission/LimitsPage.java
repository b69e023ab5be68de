package dev.universalapi.gateway.admission;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.identity.Identity;
import dev.universalapi.gateway.limit.count.Ask;
import dev.universalapi.gateway.limit.count.Counting;
import dev.universalapi.gateway.limit.count.Standing;
import dev.universalapi.gateway.limit.count.Verdict;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Plan;
import dev.universalapi.gateway.limit.plan.Plans;
import dev.universalapi.gateway.problem.RequestIds;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.settings.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/limits`: all limits of who asks, what is left of each, and when it returns.
final class LimitsPage {
    private static final JsonMapper JSON = new JsonMapper();

    private final Live<Plans> plans;
    private final Asks asks;
    private final Counting counting;
    private final UnderWay underWay;

    /// @param data the limits
    /// @param meta how they were counted
    record Answer(Told data, Meta meta) {}

    /// @param plan of the organisation
    /// @param rates calls in a time that slides
    /// @param quotas calls a day or a month
    /// @param concurrent calls under way, at the gateway that answered
    /// @param streams open ones, at the gateway that answered
    record Told(String plan, List<TheRate> rates, List<TheQuota> quotas, Place concurrent, Place streams) {}

    record TheRate(
            String name,
            @JsonProperty("class") @Nullable String type,
            long limit,
            long windowSeconds,
            long left,
            Instant returnsAt) {}

    record TheQuota(
            String name,
            @Nullable String category,
            String period,
            long limit,
            long left,
            boolean hard,
            Instant returnsAt) {}

    /// @param limit over all gateways
    /// @param here this gateway's part of it
    record Place(int limit, int here, int now) {}

    /// @param counted `together` by all gateways, or `share`: without Redis each has its part
    record Meta(String counted) {}

    LimitsPage(Live<Plans> plans, Asks asks, Counting counting, UnderWay underWay) {
        this.plans = plans;
        this.asks = asks;
        this.counting = counting;
        this.underWay = underWay;
    }

    Mono<Void> answer(ServerWebExchange exchange) {
        var caller = Identity.of(exchange).orElseThrow();
        var limits = Limits.of(exchange);
        var plan = plans.get().plan(limits.plan());
        var ask = asks.all(caller, limits, plan, RequestIds.of(exchange));
        return Mono.fromFuture(() -> counting.look(ask), true).flatMap(verdict -> {
            if (verdict instanceof Verdict.Unknown) {
                return Mono.error(Refusal.of(verdict));
            }
            return write(exchange, told(caller, limits.plan(), plan, ask, verdict.standings()));
        });
    }

    private Answer told(Caller caller, String name, Plan plan, Ask ask, List<Standing> standings) {
        var rates = new ArrayList<TheRate>();
        var quotas = new ArrayList<TheQuota>();
        for (var i = 0; i < standings.size(); i++) {
            var standing = standings.get(i);
            var returns = ask.at().plus(standing.reset());
            if (i < ask.rates().size()) {
                var type = ask.rates().get(i).type();
                rates.add(new TheRate(
                        standing.name(),
                        type,
                        standing.limit(),
                        standing.window().toSeconds(),
                        standing.left(),
                        returns));
            } else {
                var quota = ask.quotas().get(i - ask.rates().size());
                quotas.add(new TheQuota(
                        quota.name(),
                        quota.category(),
                        quota.at(),
                        quota.limit(),
                        standing.left(),
                        quota.hard(),
                        quota.end()));
            }
        }
        return new Answer(
                new Told(
                        name,
                        rates,
                        quotas,
                        place(caller, plan.concurrent(), false),
                        place(caller, plan.streams(), true)),
                new Meta(counting.isWhole() ? "together" : "share"));
    }

    private Place place(Caller caller, int limit, boolean stream) {
        return new Place(limit, underWay.part(limit), underWay.now(caller.organisation(), stream));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Answer answer) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        var body = response.bufferFactory().wrap(JSON.writeValueAsBytes(answer));
        return response.writeWith(Mono.just(body));
    }

    static ProblemException onlyRead() {
        return new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "Limits are read, with GET");
    }
}
