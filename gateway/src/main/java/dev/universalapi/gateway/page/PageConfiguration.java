package dev.universalapi.gateway.page;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InfoProperties.class)
class PageConfiguration {

    @Bean
    RouterFunction<ServerResponse> apiPage() throws IOException {
        return ApiPage.routes();
    }

    @Bean
    RouterFunction<ServerResponse> problemPages() {
        return ProblemPages.routes();
    }

    @Bean
    InfoRoute infoRoute(InfoProperties properties) throws IOException {
        return new InfoRoute(InfoRoute.built(), properties.mode());
    }

    /// The edge alone: what stands behind it has its own health, on its own port.
    @Bean
    RouterFunction<ServerResponse> health(ApplicationAvailability availability) {
        return Reading.at(
                "/health",
                _ -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                        ? ServerResponse.ok().bodyValue(Map.of("status", "UP"))
                        : Mono.error(new ProblemException(ProblemType.SERVICE_UNAVAILABLE, "The gateway is leaving")));
    }
}
