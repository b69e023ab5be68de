package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.TokenVerifier;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

@RealStores
class ReadinessTests {
    private final RealDatabase real = RealPostgres.database();

    /// A service that does nothing, with all of platform around it.
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Idle {
        @Bean
        TokenVerifier verifier() throws JOSEException {
            var key = new ECKeyGenerator(Curve.P_256).keyID("gateway").generate();
            return TokenVerifier.of(new JWKSet(key).toString(true), InstantSource.system());
        }
    }

    @Test
    void aServiceIsAsReadyAsItsDatabase() {
        try (var service = start()) {
            var before = readiness(service);
            real.shut();
            var away = readiness(service);
            real.open();
            var back = readiness(service);

            assertThat(before.getStatus()).isEqualTo(Status.UP);
            assertThat(away.getStatus()).isEqualTo(Status.DOWN);
            assertThat(away.getComponents()).containsKeys("database", "readinessState");
            assertThat(back.getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aServiceThatNeverMigratesIsReadyWhenSomebodyElseHas() {
        try (var service = start("universal.database.migrate=never")) {
            var before = readiness(service);
            var migrated = MigrationTests.migrate(real);
            var after = readiness(service);

            assertThat(before.getStatus()).isEqualTo(Status.DOWN);
            assertThat(Objects.requireNonNull(before.getComponents()).get("database"))
                    .asInstanceOf(InstanceOfAssertFactories.type(IndicatedHealthDescriptor.class))
                    .extracting(health -> health.getDetails().get("schema"))
                    .isEqualTo("platform_history is not there, expected is 3");
            assertThat(migrated).isZero();
            assertThat(after.getStatus()).isEqualTo(Status.UP);
        }
    }

    private static CompositeHealthDescriptor readiness(ConfigurableApplicationContext service) {
        return (CompositeHealthDescriptor)
                Objects.requireNonNull(service.getBean(HealthEndpoint.class).healthForPath("readiness"));
    }

    private ConfigurableApplicationContext start(String... more) {
        var own = Stream.of(
                "server.port=0",
                "management.server.port=0",
                "spring.cloud.config.enabled=false",
                "universal.database.app.waiting=1s",
                "universal.database.system.waiting=1s");
        var database = real.settings().entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue());
        return new SpringApplicationBuilder(Idle.class)
                .run(Stream.of(own, database, Stream.of(more))
                        .flatMap(settings -> settings)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }
}
