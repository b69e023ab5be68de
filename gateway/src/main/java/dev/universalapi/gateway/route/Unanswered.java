package dev.universalapi.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.channel.AbortedException;

/// Which instances did not answer lately. Discovery needs up to half a minute to forget a dead one; this needs
/// one request.
final class Unanswered {

    private static final String TRIED = Unanswered.class.getName() + ".tried";
    private static final String CHOSEN = Unanswered.class.getName() + ".chosen";

    private final Cache<String, Boolean> lately;

    Unanswered(Duration avoid) {
        this.lately =
                Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(avoid).build();
    }

    /// Whether a connection failed, or broke before anything came back; what a timeout means nobody knows.
    static boolean isMeantBy(Throwable thrown, ServerWebExchange exchange) {
        return (thrown instanceof IOException || thrown instanceof AbortedException)
                && exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR) == null
                && !exchange.getResponse().isCommitted();
    }

    /// Tells which instance a request goes to.
    static void chosen(ServerWebExchange exchange, ServiceInstance instance) {
        exchange.getAttributes().put(CHOSEN, instance);
    }

    /// Remembers the instance that was chosen for this request.
    void note(ServerWebExchange exchange) {
        if (exchange.getAttribute(CHOSEN) instanceof ServiceInstance chosen) {
            String instance = name(chosen);
            lately.put(instance, true);
            tried(exchange).add(instance);
        }
    }

    boolean lately(ServiceInstance instance) {
        return lately.getIfPresent(name(instance)) != null;
    }

    boolean by(ServerWebExchange exchange, ServiceInstance instance) {
        return exchange.getAttribute(TRIED) instanceof Set<?> tried && tried.contains(name(instance));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> tried(ServerWebExchange exchange) {
        return (Set<String>)
                exchange.getAttributes().computeIfAbsent(TRIED, _ -> ConcurrentHashMap.<String>newKeySet());
    }

    /// What an instance is told apart by.
    static String name(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
