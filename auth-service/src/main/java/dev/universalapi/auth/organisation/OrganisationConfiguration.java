package dev.universalapi.auth.organisation;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
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
class OrganisationConfiguration {

    @Bean
    Organisations organisations(JdbcClient jdbc, JsonMapper json) {
        return new Organisations(jdbc, json);
    }

    @Bean
    Projects projects(JdbcClient jdbc, JsonMapper json) {
        return new Projects(jdbc, json);
    }

    @Bean
    Founder founder(
            Organisations organisations,
            Projects projects,
            Feed feed,
            Events events,
            Audit audit,
            InstantSource clock) {
        return new Founder(organisations, projects, feed, events, audit, clock);
    }

    @Bean
    Administration administration(
            TenantTransactions tenants,
            Organisations organisations,
            JsonMapper json,
            Feed feed,
            Events events,
            Audit audit,
            InstantSource clock) {
        return new Administration(tenants, organisations, new Patch(json), feed, events, audit, clock);
    }

    @Bean
    ProjectAdministration projectAdministration(
            TenantTransactions tenants,
            Projects projects,
            Creations creations,
            JsonMapper json,
            Feed feed,
            Audit audit,
            InstantSource clock) {
        return new ProjectAdministration(tenants, projects, creations, new Patch(json), feed, audit, clock);
    }
}
