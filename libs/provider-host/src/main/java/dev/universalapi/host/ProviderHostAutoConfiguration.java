package dev.universalapi.host;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.Engine;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.host.redis.RedisReceipts;
import dev.universalapi.platform.settings.Live;
import dev.universalapi.platform.settings.LiveSettings;
import dev.universalapi.platform.settings.SettingsAutoConfiguration;
import dev.universalapi.platform.web.WebAutoConfiguration;
import dev.universalapi.providers.Content;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Makes an application a host of providers.
@AutoConfiguration(after = {SettingsAutoConfiguration.class, WebAutoConfiguration.class})
@EnableConfigurationProperties(ProvidersProperties.class)
@Import({LookupController.class, CatalogueController.class, ExplainController.class, SchemaController.class})
final class ProviderHostAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Operations operations() {
        return Operations.beside(Content.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Catalogue catalogue(Operations operations) {
        return Catalogue.load(operations, Content.class);
    }

    @Bean
    CurrentCatalogue currentCatalogue(Catalogue catalogue, ProvidersProperties properties) {
        return new CurrentCatalogue(catalogue, properties.folder(), properties.look());
    }

    @Bean
    HostedOperations hostedOperations(Operations operations, ProvidersProperties properties) {
        return new HostedOperations(operations, properties.host());
    }

    // known to all: it keeps cursors whole, and all replicas read them
    @Bean
    @ConditionalOnMissingBean
    Cursors cursors() {
        return new Cursors("universal-api cursors");
    }

    @Bean
    Receipts receipts(RedisLink redis, MeterRegistry meters) {
        return new RedisReceipts(redis, Receipts.inMemory(InstantSource.system()), InstantSource.system(), meters);
    }

    @Bean
    Live<RoutingProperties> routing(LiveSettings settings) {
        return settings.watch(RoutingProperties.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Engines engines(
            ProvidersProperties properties,
            CurrentCatalogue catalogue,
            Receipts receipts,
            Live<RoutingProperties> routing,
            MeterRegistry meters) {
        var wiring = new Wiring(catalogue, receipts, routing, meters);
        var parts = new EnumMap<Mode, Part>(Mode.class);
        if (properties.mode() == Mode.LIVE) {
            parts.put(
                    Mode.LIVE,
                    wiring.part(Mode.LIVE, Egress.live(EgressLimits.DEFAULT), Secrets.of(properties.secrets())));
        }
        if (properties.sandbox() != null) {
            var egress = Egress.sandbox(properties.sandbox(), EgressLimits.DEFAULT);
            parts.put(Mode.SANDBOX, wiring.part(Mode.SANDBOX, egress, Secrets.sandbox()));
        }
        return new Engines(properties.mode(), catalogue, parts);
    }

    @Bean
    ProvidersHealth providersHealthIndicator(Engines engines, CurrentCatalogue catalogue) {
        return new ProvidersHealth(engines, catalogue);
    }

    /// An outcome is written by its name in the taxonomy, `rate-limited`.
    @Bean
    JsonMapperBuilderCustomizer outcomesByName() {
        var outcomes = new SimpleModule().addSerializer(Outcome.class, new StdSerializer<>(Outcome.class) {
            @Override
            public void serialize(Outcome outcome, JsonGenerator json, SerializationContext context) {
                json.writeString(outcome.label());
            }
        });
        return json -> json.addModule(outcomes);
    }

    /// What the engines of all modes have in common.
    private record Wiring(
            CurrentCatalogue catalogue, Receipts receipts, Live<RoutingProperties> routing, MeterRegistry meters) {

        Part part(Mode mode, Egress egress, Secrets secrets) {
            var engine = new Engine(
                    catalogue,
                    egress,
                    secrets,
                    receipts,
                    InstantSource.system(),
                    () -> routing.get().order(),
                    mode.label());
            return new Part(new MeasuredProviders(engine, meters), secrets, egress);
        }
    }
}
