package dev.universalapi.gateway.route;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// The way to the services. Spring's own factory lets any number of requests queue for a connection.
final class BoundedHttpClient extends HttpClientFactory {

    private final RouteProperties routes;

    BoundedHttpClient(
            HttpClientProperties properties,
            ServerProperties server,
            List<HttpClientCustomizer> customizers,
            RouteProperties routes) {
        super(properties, server, customizers);
        this.routes = routes;
    }

    @Override
    protected ConnectionProvider buildConnectionProvider(HttpClientProperties properties) {
        HttpClientProperties.Pool pool = properties.getPool();
        return ConnectionProvider.builder("services")
                .maxConnections(pool.getMaxConnections())
                .pendingAcquireMaxCount(routes.waiting())
                .pendingAcquireTimeout(Duration.ofMillis(pool.getAcquireTimeout()))
                .maxIdleTime(pool.getMaxIdleTime())
                .maxLifeTime(pool.getMaxLifeTime())
                .evictInBackground(pool.getEvictionInterval())
                .metrics(pool.isMetrics())
                .lifo()
                .build();
    }

    /// Between us and our services there is no TLS here; a mesh adds it below.
    @Override
    protected HttpClient configureSsl(HttpClient client) {
        return client;
    }
}
