package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.Prints.Print;
import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.gateway.identity.account.Accounts;
import dev.universalapi.gateway.identity.account.Accounts.Known;
import dev.universalapi.gateway.identity.account.Uses;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets nobody through to a service whose key it does not know. The edge's own pages are no routes, so they are
/// open.
final class CallerFilter implements GlobalFilter, Ordered {

    private static final String SCHEME = "bearer ";

    private final Prints prints = new Prints();
    private final KeyFile keys;
    private final Accounts accounts;
    private final Uses uses;
    private final Entrance entrance;
    private final Refusals refusals;
    private final InstantSource clock;

    CallerFilter(
            KeyFile keys, Accounts accounts, Uses uses, Entrance entrance, Refusals refusals, InstantSource clock) {
        this.keys = keys;
        this.accounts = accounts;
        this.uses = uses;
        this.entrance = entrance;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Print print = print(exchange);
        Optional<Account> ours = keys.find(print);
        if (ours.isPresent()) {
            return enter(ours.get(), exchange, chain);
        }
        CompletableFuture<Known> asked = accounts.find(print.sha256());
        if (asked.state() == Future.State.SUCCESS) {
            return enter(asked.resultNow(), print, exchange, chain);
        }
        // others wait for the same answer, so whoever leaves must not take it along
        return Mono.fromFuture(asked, true)
                .onErrorMap(_ -> refusals.unavailable())
                .flatMap(known -> enter(known, print, exchange, chain));
    }

    private Mono<Void> enter(Known known, Print print, ServerWebExchange exchange, GatewayFilterChain chain) {
        Account account = known.account()
                .filter(found -> found.caller().environment() == print.environment())
                .orElseThrow(() -> refusals.invalidKey(exchange, Optional.empty()));
        Mono<Void> entered = enter(account, exchange, chain);
        uses.note(account.caller().keyId(), clock.instant());
        return entered;
    }

    private Mono<Void> enter(Account account, ServerWebExchange exchange, GatewayFilterChain chain) {
        entrance.check(account, exchange);
        Identity.set(exchange, account);
        account.limits().set(exchange);
        return chain.filter(exchange);
    }

    private Print print(ServerWebExchange exchange) {
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            throw refusals.missingKey();
        }
        return Optional.of(given.getFirst())
                .filter(_ -> given.size() == 1)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(text -> prints.of(text.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> refusals.invalidKey(exchange, Optional.empty()));
    }
}
