package dev.universalapi.gateway.identity;

import dev.universalapi.platform.security.TokenMint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

    @Bean
    KeyFile keyFile(IdentityProperties properties) {
        return new KeyFile(properties.keys());
    }

    @Bean
    KeyPoll keyPoll(KeyFile keys) {
        return new KeyPoll(keys);
    }

    @Bean
    CallerFilter callerFilter(KeyFile keys) {
        return new CallerFilter(keys);
    }

    @Bean
    TokenMint tokenMint(IdentityProperties properties) throws IOException {
        if (properties.signingKey() == null) {
            throw new IllegalStateException(
                    "universal.gateway.signing-key is not set: without it no service would believe the gateway");
        }
        return TokenMint.of(properties.signingKey().getContentAsString(StandardCharsets.UTF_8), InstantSource.system());
    }
}
