package dev.universalapi.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.channel.AbortedException;

/// Which instances did not answer lately. Discovery needs up to half a minute to forget a dead one; this needs
/// one request.
final class Unanswered {

    private static final String ATTRIBUTE = Unanswered.class.getName();

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

    /// Remembers the instance that was chosen for this request.
    void note(ServerWebExchange exchange) {
        Response<ServiceInstance> chosen =
                exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        if (chosen != null && chosen.getServer() != null) {
            String instance = name(chosen.getServer());
            lately.put(instance, true);
            tried(exchange.getAttributes()).add(instance);
        }
    }

    boolean lately(ServiceInstance instance) {
        return lately.getIfPresent(name(instance)) != null;
    }

    boolean by(Map<String, Object> request, ServiceInstance instance) {
        return request.get(ATTRIBUTE) instanceof Set<?> tried && tried.contains(name(instance));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> tried(Map<String, Object> request) {
        return (Set<String>) request.computeIfAbsent(ATTRIBUTE, _ -> ConcurrentHashMap.<String>newKeySet());
    }

    private static String name(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
