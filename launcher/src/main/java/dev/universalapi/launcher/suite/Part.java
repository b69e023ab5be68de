package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.store.Kafka;
import dev.universalapi.launcher.store.Postgres;
import dev.universalapi.launcher.store.Redis;
import dev.universalapi.launcher.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One kind of process of the suite.
///
/// @param name of its module, its jar, and its registration
/// @param kind what runs it
/// @param flags of its Java
/// @param needs what must be ready before it is started; it does not run where that is missing
/// @param stores whose addresses it is told, where they are there; a database of its own is made for it
/// @param registers whether it must be found in discovery before the suite is ready
record Part(String name, Kind kind, List<String> flags, Set<String> needs, Set<String> stores, boolean registers) {
    static final String DISCOVERY = "discovery";
    static final String CONFIG = "config-server";
    static final String SANDBOX = "sandbox";
    static final String GATEWAY = "gateway";
    static final String SEARCH = "search-service";
    static final String ANALYTICS = "analytics-service";
    static final String AUTH = "auth-service";
    static final String REDIS = "redis";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    private static final String STORES = "stores";
    private static final String SERVICE = "-service";

    /// What a part is to the system.
    enum Kind {
        /// A Spring Boot application of ours with a management port.
        SPRING,
        /// A Java program of ours.
        PLAIN,
        /// A program of others for this very system, which keeps something.
        STORE,
        /// A Java program of others, which keeps something.
        JAVA_STORE
    }

    private static final List<String> EVERYWHERE = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> FAST = List.of("-XX:+UseParallelGC");

    /// All parts, in the order in which they are told.
    static final List<Part> ALL = List.of(
            new Part(REDIS, Kind.STORE, List.of(), Set.of(), Set.of(), false),
            new Part(POSTGRES, Kind.STORE, List.of(), Set.of(), Set.of(), false),
            new Part(KAFKA, Kind.JAVA_STORE, flags(SMALL, 256), Set.of(), Set.of(), false),
            new Part(DISCOVERY, Kind.SPRING, flags(SMALL, 96), Set.of(), Set.of(), false),
            new Part(CONFIG, Kind.SPRING, flags(SMALL, 96), Set.of(), Set.of(), false),
            new Part(SANDBOX, Kind.PLAIN, flags(SMALL, 64), Set.of(), Set.of(), false),
            new Part(SEARCH, Kind.SPRING, flags(FAST, 256), Set.of(DISCOVERY, CONFIG), Set.of(REDIS, KAFKA), true),
            new Part(
                    ANALYTICS,
                    Kind.SPRING,
                    flags(FAST, 256),
                    Set.of(DISCOVERY, CONFIG, POSTGRES, KAFKA),
                    Set.of(POSTGRES, KAFKA),
                    true),
            new Part(
                    AUTH,
                    Kind.SPRING,
                    flags(FAST, 192),
                    Set.of(DISCOVERY, CONFIG, POSTGRES, KAFKA),
                    Set.of(POSTGRES, KAFKA, REDIS),
                    true),
            new Part(GATEWAY, Kind.SPRING, flags(FAST, 256), Set.of(DISCOVERY, CONFIG), Set.of(REDIS, KAFKA), true));

    private static List<String> flags(List<String> kind, int heapMegabytes) {
        return Stream.of(EVERYWHERE, kind, List.of("-Xmx" + heapMegabytes + "m"))
                .flatMap(List::stream)
                .toList();
    }

    /// How it is started, but for its arguments.
    List<String> launch(Path jar) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), flags, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }

    /// The module that it is built from; Redis comes with the launcher.
    Optional<String> module() {
        return switch (kind) {
            case SPRING, PLAIN -> Optional.of(name);
            case JAVA_STORE -> Optional.of(STORES);
            case STORE -> name.equals(REDIS) ? Optional.empty() : Optional.of(STORES);
        };
    }

    boolean isJava() {
        return kind != Kind.STORE;
    }

    /// Whether it has a second port, for its health or for itself.
    boolean hasSecondPort() {
        return kind == Kind.SPRING || kind == Kind.JAVA_STORE;
    }

    /// What it is as one that keeps something, if it is one.
    Optional<Store> store(Home home) {
        return switch (name) {
            case REDIS -> Optional.of(new Redis(home));
            case POSTGRES -> Optional.of(new Postgres(home, databases()));
            case KAFKA -> Optional.of(new Kafka(home));
            default -> Optional.empty();
        };
    }

    private static List<String> databases() {
        return ALL.stream().flatMap(part -> part.database().stream()).toList();
    }

    /// The database that is made for it.
    Optional<String> database() {
        return stores.contains(POSTGRES) ? Optional.of(name.replace(SERVICE, "")) : Optional.empty();
    }

    /// Whether there may be several of it.
    boolean scales() {
        return name.endsWith(SERVICE) || name.equals(GATEWAY);
    }
}
