package dev.universalapi.gateway.route;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/// Lets pages of other origins call (CORS). Cookies are never let through: a key is what identifies a caller.
final class CrossOrigin {

    private CrossOrigin() {}

    static CorsWebFilter filter(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.HEAD.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.PATCH.name(),
                HttpMethod.DELETE.name()));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(RequestId.HEADER, HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(Duration.ofHours(1));
        return new CorsWebFilter(_ -> cors, new Refusing());
    }

    private static final class Refusing extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Pages of this origin may not call here");
        }
    }
}
