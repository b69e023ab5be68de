package dev.universalapi.host;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.Tuning;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.answer.Answers;
import dev.universalapi.host.command.Commands;
import dev.universalapi.host.command.Idempotency;
import dev.universalapi.host.command.InMemoryIdempotency;
import dev.universalapi.host.command.RedisIdempotency;
import dev.universalapi.host.coordinate.Places;
import dev.universalapi.host.live.AttemptProperties;
import dev.universalapi.host.live.CacheProperties;
import dev.universalapi.host.live.ChoiceProperties;
import dev.universalapi.host.live.QuotaProperties;
import dev.universalapi.host.live.RoutingProperties;
import dev.universalapi.host.live.StandingProperties;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.host.quota.Reconciling;
import dev.universalapi.host.quota.Replicas;
import dev.universalapi.host.quota.SandboxProperties;
import dev.universalapi.host.redis.RedisCounting;
import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.host.redis.RedisReceipts;
import dev.universalapi.host.remote.AskedHere;
import dev.universalapi.host.stream.EventStreams;
import dev.universalapi.host.stream.Pace;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.settings.Live;
import dev.universalapi.platform.settings.LiveSettings;
import dev.universalapi.platform.settings.SettingsAutoConfiguration;
import dev.universalapi.platform.web.Departures;
import dev.universalapi.platform.web.WebAutoConfiguration;
import dev.universalapi.providers.Content;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.EnumMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// Makes an application a host of providers, unless another host is asked.
@AutoConfiguration(
        after = {SettingsAutoConfiguration.class, WebAutoConfiguration.class},
        afterName = "dev.universalapi.host.operation.OperationsAutoConfiguration")
@EnableConfigurationProperties(SandboxProperties.class)
@AskedHere
@Import({
    LookupController.class,
    CatalogueController.class,
    ExplainController.class,
    SchemaController.class,
    TrialController.class
})
final class ProviderHostAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderHostAutoConfiguration.class);

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
    @ConditionalOnMissingBean
    Idempotency idempotency(RedisLink redis) {
        var own = new InMemoryIdempotency(InstantSource.system());
        return new RedisIdempotency(redis, InstantSource.system(), own);
    }

    @Bean
    Commands commands(Idempotency keys) {
        return new Commands(keys);
    }

    @Bean
    EventStreams eventStreams(Departures departures, JsonMapper json, MeterRegistry meters) {
        return new EventStreams(departures, json, meters, Pace.DEFAULT);
    }

    @Bean
    @ConditionalOnMissingBean
    Cursors cursors(ProvidersProperties properties) {
        var file = properties.cursorKey();
        if (file == null) {
            LOG.warn("Cursors end with this process, and no other replica reads them:"
                    + " name the file with their key in universal.providers.cursor-key");
            return Cursors.ofThisProcess();
        }
        try {
            return new Cursors(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("universal.providers.cursor-key names no file with a key: " + file, e);
        }
    }

    @Bean
    Places places(HostedOperations operations, ProvidersProperties properties) {
        return new Places(operations, properties.places());
    }

    @Bean
    Visits visits(Cursors cursors, Places places, Engines engines, Departures departures) {
        return new Visits(cursors, places, engines, departures);
    }

    @Bean
    Answers answers(JsonMapper json) {
        return new Answers(json);
    }

    @Bean
    Receipts receipts(RedisLink redis, MeterRegistry meters) {
        return new RedisReceipts(redis, Receipts.inMemory(InstantSource.system()), InstantSource.system(), meters);
    }

    @Bean
    Tuning tuning(LiveSettings settings) {
        var routing = settings.watch(RoutingProperties.class);
        var choice = settings.watch(ChoiceProperties.class);
        var standing = settings.watch(StandingProperties.class);
        var attempt = settings.watch(AttemptProperties.class);
        var cache = settings.watch(CacheProperties.class);
        return new Tuning(
                () -> routing.get().order(),
                () -> choice.get().weights(),
                () -> standing.get().pace(),
                () -> attempt.get().effort(),
                () -> cache.get().lifetimes());
    }

    @Bean
    Live<QuotaProperties> quotaSettings(LiveSettings settings) {
        return settings.watch(QuotaProperties.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Engines engines(
            ProvidersProperties properties,
            SandboxProperties sandbox,
            CurrentCatalogue catalogue,
            EngineWiring wiring) {
        var parts = new EnumMap<Mode, Part>(Mode.class);
        if (properties.mode() == Mode.LIVE) {
            var egress = Egress.live(EgressLimits.DEFAULT);
            parts.put(
                    Mode.LIVE,
                    wiring.part(Mode.LIVE, true, egress, Secrets.of(properties.secrets()), counted -> counted));
        }
        if (properties.sandbox() != null) {
            var egress = Egress.sandbox(properties.sandbox(), EgressLimits.DEFAULT);
            parts.put(
                    Mode.SANDBOX,
                    wiring.part(
                            Mode.SANDBOX,
                            properties.mode() == Mode.SANDBOX,
                            egress,
                            Secrets.sandbox(),
                            counted -> sandbox.limit(counted, catalogue::own)));
        }
        return new Engines(properties.mode(), catalogue, parts);
    }

    @Bean
    Replicas replicas(ObjectProvider<DiscoveryClient> discovery, Environment environment) {
        return new Replicas(
                discovery.getIfAvailable(), environment.getProperty("spring.application.name", "application"));
    }

    @Bean
    Reconciling reconciling() {
        return new Reconciling();
    }

    @Bean
    EngineWiring engineWiring(
            CurrentCatalogue catalogue,
            Receipts receipts,
            Tuning tuning,
            Live<QuotaProperties> quotas,
            RedisLink redis,
            RedisCounting counting,
            Reconciling reconciling,
            Replicas replicas,
            MeterRegistry meters,
            ObjectProvider<OwnCredentials> own,
            Switches switches,
            ObjectProvider<Events> events) {
        return new EngineWiring(
                catalogue,
                receipts,
                tuning,
                () -> quotas.get().settings(),
                redis,
                counting,
                reconciling,
                replicas,
                meters,
                own.getIfAvailable(() -> OwnCredentials.NONE),
                switches,
                events.getIfAvailable());
    }

    @Bean
    ProvidersHealth providersHealthIndicator(Engines engines, CurrentCatalogue catalogue) {
        return new ProvidersHealth(engines, catalogue);
    }
}
