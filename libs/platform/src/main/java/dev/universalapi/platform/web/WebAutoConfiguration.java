package dev.universalapi.platform.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;

/// HTTP of every servlet application.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
public final class WebAutoConfiguration {
    private static final int AFTER_THE_DOOR = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<DeadlineFilter> deadlineFilter() {
        var registration = new FilterRegistrationBean<>(new DeadlineFilter(InstantSource.system()));
        registration.setOrder(AFTER_THE_DOOR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebProperties properties) {
        var registration = new FilterRegistrationBean<>(
                new BodyLimitFilter(properties.maxBody().toBytes()));
        registration.setOrder(AFTER_THE_DOOR);
        return registration;
    }

    @Bean(initMethod = "start")
    Departures departures() {
        return new Departures();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedProtocol() {
        return factory -> factory.setProtocol(WatchedProtocol.class.getName());
    }

    @Bean
    WebMvcConfigurer requestArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments());
            }
        };
    }

    /// Members in the order of the record, decimals as people write them; null is written as null.
    @Bean
    JsonMapperBuilderCustomizer formOfJson() {
        return json -> json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }
}
