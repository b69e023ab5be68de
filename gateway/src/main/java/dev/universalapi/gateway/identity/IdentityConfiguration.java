package dev.universalapi.gateway.identity;

import dev.universalapi.gateway.identity.account.Accounts;
import dev.universalapi.gateway.identity.account.Failures;
import dev.universalapi.gateway.identity.account.Uses;
import dev.universalapi.gateway.identity.scope.Doors;
import dev.universalapi.platform.security.TokenMint;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

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
    Refusals refusals(MeterRegistry meters, Failures failures) {
        return new Refusals(meters, failures);
    }

    @Bean
    Doors doors(IdentityProperties properties) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Resource file : properties.scopes()) {
            lines.addAll(file.getContentAsString(StandardCharsets.UTF_8).lines().toList());
        }
        return Doors.of(lines);
    }

    @Bean
    CallerFilter callerFilter(KeyFile keys, Accounts accounts, Uses uses, Doors doors, Refusals refusals) {
        InstantSource clock = InstantSource.system();
        return new CallerFilter(keys, accounts, uses, new Entrance(doors, clock, refusals), refusals, clock);
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
