package dev.universalapi.auth.key;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.organisation.Projects;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Patch;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    Keys keys(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new Keys(jdbc, json, clock);
    }

    @Bean
    KeyMaker keyMaker(Keys keys, Feed feed, Events events, Audit audit) {
        return new KeyMaker(keys, feed, events, audit);
    }

    @Bean
    KeyAdministration keyAdministration(
            TenantTransactions tenants,
            Keys keys,
            Projects projects,
            KeyMaker maker,
            Creations creations,
            JsonMapper json,
            InstantSource clock) {
        return new KeyAdministration(tenants, keys, projects, maker, creations, new Patch(json), clock);
    }
}
