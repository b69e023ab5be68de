package dev.universalapi.gateway.identity.account;

import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a key.
///
/// @param caller whom it speaks for
/// @param status whether it is good, as far as nobody has to look at a clock for it
/// @param expiry when it ends; null if it does not
/// @param scopes what it may do, those of the caller as they are compared
/// @param networks where it may be used; everywhere if there are none
/// @param limits what it may use at most
public record Account(
        Caller caller,
        Status status,
        @Nullable Instant expiry,
        List<Scope> scopes,
        List<Network> networks,
        Limits limits) {

    /// How it is with a key.
    public enum Status {
        ACTIVE,
        /// Disabled, revoked, expired or something new that we do not know: nobody is told which.
        INVALID,
        /// The key is good, its organisation is not.
        SUSPENDED
    }

    public Account {
        scopes = List.copyOf(scopes);
        networks = List.copyOf(networks);
    }

    /// One that no auth-service stands behind.
    public static Account of(Caller caller) {
        return new Account(
                caller, Status.ACTIVE, null, scopes(caller), List.of(), Limits.plan(caller.plan(), caller.project()));
    }

    /// Whether the key is good at a moment.
    public boolean isValid(Instant now) {
        return status != Status.INVALID && (expiry == null || now.isBefore(expiry));
    }

    public boolean isSuspended() {
        return status == Status.SUSPENDED;
    }

    /// Whether the key may be used from there; where a network is wanted, nobody without an address comes from one.
    public boolean mayComeFrom(@Nullable InetAddress peer) {
        return networks.isEmpty() || peer != null && networks.stream().anyMatch(network -> network.holds(peer));
    }

    /// Whether it has what is wanted, where one of several is enough.
    public boolean mayOneOf(List<Scope> wanted) {
        for (var one : wanted) {
            for (var scope : scopes) {
                if (scope.covers(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Scope> scopes(Caller caller) {
        return caller.scopes().stream()
                .flatMap(text -> Scope.parse(text).stream())
                .toList();
    }
}
