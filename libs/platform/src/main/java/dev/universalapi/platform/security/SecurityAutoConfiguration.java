package dev.universalapi.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/// Shuts the application port of every servlet application to all but the gateway.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
public final class SecurityAutoConfiguration {
    private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @ConditionalOnMissingBean
    TokenVerifier tokenVerifier(SecurityProperties properties) throws IOException {
        var jwks = properties.jwks();
        if (jwks == null) {
            throw new IllegalStateException(
                    "universal.security.jwks is not set: without public keys nobody could be let in");
        }
        return TokenVerifier.of(jwks.getContentAsString(StandardCharsets.UTF_8), InstantSource.system());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("universal.security.signing-key")
    Badge badge(SecurityProperties properties, Environment environment) throws IOException {
        var key = Objects.requireNonNull(properties.signingKey()).getContentAsString(StandardCharsets.UTF_8);
        var name = environment.getProperty("spring.application.name", "application");
        return new Badge(TokenMint.of(key, InstantSource.system()), name);
    }

    @Bean
    FilterRegistrationBean<InternalTokenFilter> internalTokenFilter(TokenVerifier verifier) {
        var registration = new FilterRegistrationBean<>(new InternalTokenFilter(verifier));
        registration.setOrder(AFTER_OBSERVATION);
        return registration;
    }
}
