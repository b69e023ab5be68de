package dev.universalapi.host.operation;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.ProvidersProperties;
import dev.universalapi.providers.Content;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Tells an application what can be asked.
@AutoConfiguration(afterName = "dev.universalapi.host.switching.SwitchesAutoConfiguration")
@EnableConfigurationProperties(ProvidersProperties.class)
final class OperationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Operations operations() {
        return Operations.beside(Content.class);
    }

    /// Where there are no accounts, nobody switches anything off.
    @Bean
    @ConditionalOnMissingBean
    Switches switches() {
        return Switches.NONE;
    }

    @Bean
    HostedOperations hostedOperations(Operations operations, ProvidersProperties properties, Switches switches) {
        return new HostedOperations(operations, properties.host(), switches);
    }

    /// What the engine calls by name is written by that name: `rate-limited`, `half-open`.
    @Bean
    JsonMapperBuilderCustomizer namesOfTheEngine() {
        var names = new SimpleModule()
                .addSerializer(Outcome.class, named(Outcome.class, Outcome::label))
                .addSerializer(Health.Breaker.class, named(Health.Breaker.class, Health.Breaker::label));
        return json -> json.addModule(names);
    }

    private static <E extends Enum<E>> StdSerializer<E> named(Class<E> type, Function<E, String> label) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(E constant, JsonGenerator json, SerializationContext context) {
                json.writeString(label.apply(constant));
            }
        };
    }
}
