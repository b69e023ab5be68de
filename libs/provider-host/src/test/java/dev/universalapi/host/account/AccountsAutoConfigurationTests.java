package dev.universalapi.host.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.redis.IdentityFeed;
import dev.universalapi.host.redis.RedisProperties;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.TokenMint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClient;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import tools.jackson.databind.json.JsonMapper;

class AccountsAutoConfigurationTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AccountsAutoConfiguration.class,
                    named("dev.universalapi.host.credential.OwnCredentialsAutoConfiguration"),
                    named("dev.universalapi.host.switching.SwitchesAutoConfiguration")))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(JsonMapper.class, JsonMapper::new)
            .withBean(RedisProperties.class, () -> new RedisProperties(null, null, null, Duration.ofMillis(30), 10))
            .withBean(DiscoveryClient.class, () -> new SimpleDiscoveryClient(new SimpleDiscoveryProperties()));

    @Test
    void holdsCredentialsAndSwitchesWhereTheHostHasABadge() {
        runner.withBean(Badge.class, AccountsAutoConfigurationTests::badge).run(context -> {
            assertThat(context)
                    .hasSingleBean(OwnCredentials.class)
                    .hasSingleBean(Switches.class)
                    .hasSingleBean(IdentityFeed.class);
            assertThat(context.getBean(OwnCredentials.class).providers("org_1")).isEmpty();
            assertThat(context.getBean(MeterRegistry.class)
                            .get("identity.feed.connected")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(context.getBean(OwnCredentialsProperties.class).fresh()).isEqualTo(Duration.ofSeconds(60));
        });
    }

    @Test
    void holdsNoneWithoutABadge() {
        runner.run(context -> assertThat(context).doesNotHaveBean(OwnCredentials.class));
    }

    @Test
    void holdsNoneWhereThereAreNoAccounts() {
        runner.withBean(Badge.class, AccountsAutoConfigurationTests::badge)
                .withPropertyValues("universal.providers.own-credentials.service=")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(OwnCredentials.class)
                        .doesNotHaveBean(Switches.class)
                        .doesNotHaveBean(IdentityFeed.class));
    }

    // they are called by the framework, never by us
    private static Class<?> named(String configuration) {
        try {
            return Class.forName(configuration);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Badge badge() {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyID("parts-1").generate();
            return new Badge(TokenMint.of(key.toJSONString(), InstantSource.system()), "search-service");
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
