package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.gateway.identity.scope.Door;
import dev.universalapi.gateway.identity.scope.Doors;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/// Whether a key that is known may do what is asked for: it is good now, comes from where it may, and has the scope.
final class Entrance {
    private final Doors doors;
    private final InstantSource clock;
    private final Refusals refusals;

    Entrance(Doors doors, InstantSource clock, Refusals refusals) {
        this.doors = doors;
        this.clock = clock;
        this.refusals = refusals;
    }

    /// Throws what the caller is to be told, if not.
    void check(Account account, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (!account.isValid(clock.instant())) {
            throw refusals.invalidKey(exchange, Optional.of(account));
        }
        if (account.isSuspended()) {
            throw refusals.suspended(exchange, account);
        }
        if (!account.mayComeFrom(peer(request))) {
            throw refusals.network(exchange, account);
        }
        pass(doors.at(request.getMethod(), request.getPath().pathWithinApplication()), account, exchange);
    }

    private void pass(Door door, Account account, ServerWebExchange exchange) {
        switch (door) {
            case Door.Open() -> {}
            case Door.Guarded(var scopes) -> {
                if (!account.mayOneOf(scopes)) {
                    throw refusals.scopes(exchange, account, scopes);
                }
            }
            case Door.Elsewhere(var methods) ->
                throw new MethodNotAllowedException(exchange.getRequest().getMethod(), methods);
            case Door.None() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static @Nullable InetAddress peer(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? null : peer.getAddress();
    }
}
