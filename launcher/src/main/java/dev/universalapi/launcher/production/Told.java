package dev.universalapi.launcher.production;

import static dev.universalapi.launcher.production.Namespace.name;

import dev.universalapi.launcher.cluster.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What parts are told by their settings and Secrets. Of Secrets only the names are asked for, but for the public keys.
record Told(Namespace namespace) {
    private static final String MADE = "universal-identity";
    private static final String FIRST = "UNIVERSAL_AUTH_FIRST_KEYS";

    Finding secrets() {
        var missing = new TreeSet<>(namespace.mounted());
        missing.removeAll(namespace.secrets());
        var lacking = missing.isEmpty()
                ? Stream.<String>of()
                : Stream.of("not there, and pods need them: " + String.join(", ", missing));
        var made = namespace.secrets().contains(MADE)
                ? Stream.of(
                        MADE + " is there: deploy made these secrets, and who reads that one has all; bring your own")
                : Stream.<String>of();
        return Finding.of(Stream.concat(lacking, made), "all are there, and brought by you");
    }

    /// Whose keys internal tokens are believed by.
    Finding signing() {
        var asked =
                namespace.kubectl().run("", "get", "secret", "internal-tokens", "-o", "jsonpath={.data.jwks\\.json}");
        if (!asked.isGood()) {
            return Finding.bad("internal-tokens cannot be read: " + asked.complaint());
        }
        var keys = new String(Base64.getDecoder().decode(asked.out().strip()), StandardCharsets.UTF_8);
        if (keys.matches("(?s).*\"(gateway|parts)-1\".*")) {
            return Finding.bad("internal-tokens has a key that up or deploy made; its owner is believed everywhere");
        }
        return keys.matches("(?s).*\"d\"\\s*:.*")
                ? Finding.bad("internal-tokens has a private key, and every service reads it: leave the public halves")
                : Finding.good("the keys that internal tokens are believed by are your own");
    }

    Finding firstKeys() {
        return Finding.of(
                namespace
                        .parts()
                        .filter(part -> namespace.environment(part).containsKey(FIRST))
                        .map(part -> name(part) + " makes first keys at each start: make others, revoke those, unset "
                                + FIRST),
                "none are made");
    }

    Finding mode() {
        return Finding.of(
                Map.of("gateway", "UNIVERSAL_GATEWAY_INFO_MODE", namespace.host(), "UNIVERSAL_PROVIDERS_MODE")
                        .entrySet()
                        .stream()
                        .filter(one -> !value(one.getKey(), one.getValue()).equals("live"))
                        .map(one -> "%s of %s is not live: answers are samples".formatted(one.getValue(), one.getKey()))
                        .sorted(),
                "the world answers, no samples");
    }

    private String value(String part, String variable) {
        return namespace
                .part(part)
                .map(namespace::environment)
                .map(environment -> environment.getOrDefault(variable, ""))
                .orElse("");
    }

    /// Whether what crosses the network is sealed, and the other end proves who it is.
    Finding stores() {
        return Finding.of(
                namespace
                        .parts()
                        .flatMap(part -> inTheClear(namespace.environment(part)).map(said -> name(part) + ": " + said)),
                "PostgreSQL, Redis and Kafka by TLS");
    }

    private static Stream<String> inTheClear(Map<String, String> environment) {
        var database = environment.getOrDefault("UNIVERSAL_DATABASE_URL", "sslmode=verify-full");
        var redis = environment.getOrDefault("UNIVERSAL_REDIS_URI", "rediss://");
        var kafka = environment.containsKey("SPRING_KAFKA_BOOTSTRAPSERVERS")
                ? environment.getOrDefault("SPRING_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT")
                : "SASL_SSL";
        var stands = Stream.of(database, redis, environment.getOrDefault("SPRING_KAFKA_BOOTSTRAPSERVERS", ""))
                .anyMatch(address -> address.contains("example.com"));
        return Stream.of(
                        stands ? "stores are at example.com: put yours in its place" : "",
                        database.contains("sslmode=verify-full") ? "" : "PostgreSQL without sslmode=verify-full",
                        redis.startsWith("rediss:") ? "" : "Redis without rediss://",
                        kafka.equals("SASL_SSL") ? "" : "Kafka by %s, not SASL_SSL".formatted(kafka))
                .filter(said -> !said.isEmpty());
    }

    /// A store in the cluster that has no disk of its own.
    Optional<Finding> forgets() {
        var forgetful = namespace
                .stores()
                .filter(store -> !keeps(store))
                .map(Namespace::name)
                .collect(Collectors.joining(", "));
        return forgetful.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.bad(forgetful + " forget all when their pods go: name stores that are kept"));
    }

    private static boolean keeps(Json store) {
        return !store.at("spec", "volumeClaimTemplates").isEmpty()
                || store.at("spec", "template", "spec", "volumes").items().stream()
                        .anyMatch(volume -> !volume.at("persistentVolumeClaim").isEmpty());
    }

    Finding topics() {
        return Finding.bad("ask your Kafka: three copies of every topic, min.insync.replicas=2?");
    }

    Finding backups() {
        return Finding.bad(
                "not seen from here: is PostgreSQL backed up, was a restore tried, and is a copy of master-keys "
                        + "where no backup is?");
    }
}
