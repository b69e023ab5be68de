package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each process is told at its start, so that the parts find each other. Nothing of it is secret: of keys only
/// the files are named.
record Wiring(Home home, Identity identity, Mode mode, List<Instance> instances) {

    /// The arguments of one process.
    List<String> arguments(Instance instance) {
        if (instance.part().equals(Part.SANDBOX)) {
            return List.of("--port", String.valueOf(instance.port()));
        }
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + instance.port(),
                "--server.address=127.0.0.1",
                "--management.server.port=" + instance.managementPort(),
                "--management.server.address=127.0.0.1"));
        if (!instance.part().equals(Part.DISCOVERY)) {
            arguments.add("--eureka.client.service-url.defaultZone="
                    + only(Part.DISCOVERY).address() + "/eureka/");
            arguments.add("--spring.cloud.config.uri=" + only(Part.CONFIG).address());
        }
        switch (instance.part()) {
            case Part.CONFIG -> arguments.add("--universal.config.overlay=" + home.config());
            case Part.GATEWAY -> {
                arguments.add("--universal.gateway.signing-key="
                        + identity.signingKey().toUri());
                arguments.add("--universal.gateway.keys=" + identity.keys());
                arguments.add("--universal.gateway.info.mode=" + mode.label());
                if (find(Part.AUTH).isEmpty()) { // only the keys of the file are known then
                    arguments.add("--universal.gateway.identity.service=");
                }
            }
            case Part.SEARCH -> arguments.addAll(providers());
            case Part.ANALYTICS -> arguments.add(verifying());
            case Part.AUTH -> {
                arguments.add(verifying());
                arguments.add(signing());
                arguments.add("--universal.auth.credential.masters=" + identity.masterKeys());
                arguments.add("--universal.auth.first.keys=" + identity.firstKeys());
            }
            default -> {}
        }
        arguments.addAll(stores(Roster.part(instance.part())));
        return arguments;
    }

    /// What Java's own libraries are told: to keep memory together rather than apart for each thread.
    Map<String, String> environment(Instance instance) {
        return instance.part().equals(Part.GATEWAY) ? Map.of() : Map.of("MALLOC_ARENA_MAX", "2");
    }

    private String verifying() {
        return "--universal.security.jwks=" + identity.jwks().toUri();
    }

    private String signing() {
        return "--universal.security.signing-key=" + identity.partsKey().toUri();
    }

    private List<String> providers() {
        var arguments = new ArrayList<>(List.of(
                verifying(),
                signing(),
                "--universal.providers.mode=" + mode.label(),
                "--universal.providers.secrets=" + home.secrets(),
                "--universal.providers.cursor-key=" + identity.cursorKey(),
                "--universal.providers.folder=" + home.providers()));
        // in either mode it answers test keys
        arguments.add("--universal.providers.sandbox=" + only(Part.SANDBOX).address());
        if (find(Part.AUTH).isEmpty()) { // nobody knows of credentials and switches then
            arguments.add("--universal.providers.own-credentials.service=");
        }
        return arguments;
    }

    private List<String> stores(Part part) {
        var arguments = new ArrayList<String>();
        find(Part.REDIS)
                .filter(_ -> part.stores().contains(Part.REDIS))
                .ifPresent(redis -> arguments.addAll(List.of(
                        "--universal.redis.uri=redis://127.0.0.1:" + redis.port(),
                        "--universal.redis.password-file=" + identity.redisPassword())));
        find(Part.KAFKA)
                .filter(_ -> part.stores().contains(Part.KAFKA))
                .ifPresent(kafka -> arguments.add("--spring.kafka.bootstrap-servers=127.0.0.1:" + kafka.port()));
        find(Part.POSTGRES)
                .ifPresent(postgres -> part.database().ifPresent(name -> arguments.addAll(database(name, postgres))));
        return arguments;
    }

    private List<String> database(String name, Instance postgres) {
        var arguments = new ArrayList<>(
                List.of("--universal.database.url=jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + name));
        var roles = Map.of("app", name + "_app", "system", name + "_system", "migrator", name + "_owner");
        roles.forEach((use, role) -> arguments.addAll(List.of(
                "--universal.database." + use + ".user=" + role,
                "--universal.database." + use + ".password-file=" + identity.databasePassword(role))));
        return arguments;
    }

    private Instance only(String part) {
        return find(part).orElseThrow();
    }

    private Optional<Instance> find(String part) {
        return instances.stream()
                .filter(instance -> instance.part().equals(part))
                .findFirst();
    }
}
