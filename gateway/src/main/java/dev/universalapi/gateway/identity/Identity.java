package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.platform.security.Caller;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Who a request comes from, once its key is known.
public final class Identity {

    private static final String ATTRIBUTE = Identity.class.getName();

    private Identity() {}

    /// Empty for a request that was not, or not yet, let in.
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return account(exchange).map(Account::caller);
    }

    /// The same with all that is known of the key, its own limits above all.
    public static Optional<Account> account(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    static void set(ServerWebExchange exchange, Account account) {
        exchange.getAttributes().put(ATTRIBUTE, account);
    }
}
