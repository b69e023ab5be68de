package dev.universalapi.gateway.identity.account;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.universalapi.gateway.identity.feed.FeedState;
import dev.universalapi.platform.security.TokenMint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.loadbalancer.reactive.LoadBalancedExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {
    private static final Duration CONNECTING = Duration.ofMillis(500);
    /// Less than services keep a connection that is not used.
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 64;
    private static final int WAITING = 10_000;

    @Bean
    AuthClient authClient(AccountProperties properties, LoadBalancedExchangeFilterFunction balancer, TokenMint mint) {
        var connections = ConnectionProvider.builder("auth")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING)
                .pendingAcquireTimeout(properties.timeout())
                .maxIdleTime(IDLE)
                .build();
        var http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECTING.toMillis()));
        var client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(balancer)
                .baseUrl("http://" + properties.service())
                .build();
        return new AuthClient(client, mint, properties.timeout());
    }

    @Bean
    Accounts accounts(AccountProperties properties, AuthClient auth, FeedState feed, MeterRegistry meters) {
        var accounts = new Accounts(
                sha256 -> isAsked(properties) ? auth.find(sha256) : CompletableFuture.completedFuture(Optional.empty()),
                properties,
                feed,
                Ticker.systemTicker(),
                new AccountFigures(meters));
        Gauge.builder("gateway.identity.known", accounts, Accounts::size)
                .description("keys that are remembered")
                .register(meters);
        return accounts;
    }

    @Bean
    Uses uses(AccountProperties properties, AuthClient auth) {
        return new Uses(used -> isAsked(properties) ? auth.used(used) : Mono.empty(), properties.most());
    }

    @Bean
    Failures failures(AccountProperties properties, AuthClient auth, MeterRegistry meters) {
        var lost = Counter.builder("gateway.identity.refusals.untold")
                .description("refusals of which there were too many to tell the audit log")
                .register(meters);
        return new Failures(
                refused -> isAsked(properties) ? auth.refused(refused) : Mono.empty(),
                properties.refused(),
                lost,
                InstantSource.system());
    }

    @Bean
    Reports reports(AccountProperties properties, Uses uses, Failures failures) {
        return new Reports(uses, failures, properties.reported());
    }

    private static boolean isAsked(AccountProperties properties) {
        return !properties.service().isEmpty();
    }
}
