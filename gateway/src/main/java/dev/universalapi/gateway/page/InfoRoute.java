package dev.universalapi.gateway.page;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.identity.Identity;
import dev.universalapi.gateway.page.InfoProperties.Mode;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/info`: what runs here. It is a route so that it needs a key as all others do; any will do.
final class InfoRoute implements RouteLocator {
    /// Of the API, as `info.version` of the OpenAPI document; callers choose by it what they may rely on.
    static final String API = "2";

    private static final String PATH = "/api/info";
    private static final JsonMapper JSON = new JsonMapper();

    private final String version;
    private final Mode mode;
    private final Route route;

    record Answer(Told data) {}

    /// @param version of the suite, that of this gateway; while it is upgraded others may be of another
    /// @param api of the API
    /// @param mode where answers to this key come from
    record Told(String version, String api, String mode) {}

    InfoRoute(String version, Mode mode) {
        this.version = version;
        this.mode = mode;
        this.route = Route.async()
                .id("info")
                .order(-1)
                .uri(URI.create("edge://info"))
                .predicate(exchange -> exchange.getRequest().getPath().value().equals(PATH))
                .filter((exchange, _) ->
                        HttpMethod.GET.equals(exchange.getRequest().getMethod())
                                ? answer(exchange)
                                : Mono.error(new ProblemException(
                                        ProblemType.METHOD_NOT_ALLOWED, "What runs here is read, with GET")))
                .build();
    }

    /// The version that the build wrote beside this class.
    static String built() throws IOException {
        var built = PropertiesLoaderUtils.loadProperties(new ClassPathResource("page/version.properties"));
        return Objects.requireNonNull(built.getProperty("version"), "the build wrote no version");
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.just(route);
    }

    /// What a key of this environment is told: the sandbox answers test keys wherever it is.
    Told told(Caller.Environment environment) {
        var asked = environment == Caller.Environment.TEST ? Mode.SANDBOX : mode;
        return new Told(version, API, asked.label());
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        var told = told(Identity.of(exchange).orElseThrow().environment());
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        var body = response.bufferFactory().wrap(JSON.writeValueAsBytes(new Answer(told)));
        return response.writeWith(Mono.just(body));
    }
}
