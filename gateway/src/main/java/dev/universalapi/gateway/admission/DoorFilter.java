package dev.universalapi.gateway.admission;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.identity.Identity;
import dev.universalapi.gateway.limit.count.Counting;
import dev.universalapi.gateway.limit.count.Verdict;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Plans;
import dev.universalapi.gateway.limit.quota.Projects;
import dev.universalapi.gateway.problem.RequestIds;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.settings.Live;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets a known caller in: cheapest refusals first, then a seat, then one round trip that counts rates and quotas. What
/// the call holds ends when its answer begins, or when it ends without one.
final class DoorFilter implements GlobalFilter, Ordered {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Live<Plans> plans;
    private final Asks asks;
    private final Counting counting;
    private final UnderWay underWay;
    private final Seats seats;
    private final Projects projects;
    private final MeterRegistry meters;

    DoorFilter(
            Live<Plans> plans,
            Asks asks,
            Counting counting,
            UnderWay underWay,
            Seats seats,
            Projects projects,
            MeterRegistry meters) {
        this.plans = plans;
        this.asks = asks;
        this.counting = counting;
        this.underWay = underWay;
        this.seats = seats;
        this.projects = projects;
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Identity.of(exchange)
                .map(caller -> enter(exchange, chain, caller))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> enter(ServerWebExchange exchange, GatewayFilterChain chain, Caller caller) {
        var now = plans.get();
        var limits = Limits.of(exchange);
        var plan = now.plan(limits.plan());
        var errand = Errand.of(exchange.getRequest(), RequestIds.of(exchange), now);
        var ask = asks.of(caller, limits, plan, errand);
        projects.note(caller.keyId(), limits.project());
        var known = counting.known(ask);
        if (known.isPresent()) {
            Headers.onCommit(exchange, known.get().standings());
            return deny(Refusal.of(known.get()));
        }
        var organisation = caller.organisation();
        if (!underWay.enter(organisation, plan, errand.stream())) {
            return deny(full(errand.stream() ? plan.streams() : plan.concurrent(), errand.stream()));
        }
        var visit = new Visit(exchange, organisation, errand, underWay, seats);
        return Mono.fromFuture(
                        () -> seats.take(organisation, errand.operations()).thenApply(visit::seated), true)
                .flatMap(seated -> seated
                        ? Mono.fromFuture(() -> counting.ask(ask).thenApply(visit::decided), true)
                        : this.<Verdict>deny(overloaded()))
                .flatMap(verdict -> visit.isIn(verdict) ? chain.filter(exchange) : this.<Void>deny(Refusal.of(verdict)))
                .doFinally(_ -> visit.end());
    }

    private <T> Mono<T> deny(ProblemException why) {
        meters.counter("admission.refused", "why", why.type().slug()).increment();
        return Mono.error(why);
    }

    private static ProblemException full(int most, boolean stream) {
        return new ProblemException(
                ProblemType.TOO_MANY_AT_ONCE,
                "%d %s at once".formatted(most, stream ? "streams may be open" : "calls may be under way"),
                List.of(),
                List.of(),
                SOON);
    }

    private ProblemException overloaded() {
        return new ProblemException(
                ProblemType.OVERLOADED,
                "The gateway is full; this call was not begun",
                List.of(),
                List.of(),
                seats.again());
    }
}
