package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.gateway.identity.scope.Door;
import dev.universalapi.gateway.identity.scope.Doors;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/// Whether a key that is known may do what is asked for: it is good now, comes from where it may, and has the scope.
final class Admission {
    private final Doors doors;
    private final InstantSource clock;
    private final Refusals refusals;

    Admission(Doors doors, InstantSource clock, Refusals refusals) {
        this.doors = doors;
        this.clock = clock;
        this.refusals = refusals;
    }

    /// Throws what the caller is to be told, if not.
    void check(Account account, ServerHttpRequest request) {
        if (!account.isValid(clock.instant())) {
            throw refusals.invalidKey();
        }
        if (account.isSuspended()) {
            throw refusals.suspended();
        }
        if (!account.mayComeFrom(peer(request))) {
            throw refusals.network();
        }
        pass(doors.at(request.getMethod(), request.getPath().pathWithinApplication()), account, request.getMethod());
    }

    private void pass(Door door, Account account, HttpMethod method) {
        switch (door) {
            case Door.Open() -> {}
            case Door.Guarded(var scopes) -> {
                if (!account.mayOneOf(scopes)) {
                    throw refusals.scopes(scopes);
                }
            }
            case Door.Elsewhere(var methods) -> throw new MethodNotAllowedException(method, methods);
            case Door.None() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static @Nullable InetAddress peer(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? null : peer.getAddress();
    }
}
