package dev.universalapi.launcher.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One kind of process of the suite.
///
/// @param name of its module, its jar, and its registration
/// @param kind what runs it
/// @param flags of its Java
/// @param needs what must be ready before it is started
/// @param registers whether it must be found in discovery before the suite is ready
record Part(String name, Kind kind, List<String> flags, Set<String> needs, boolean registers) {
    static final String DISCOVERY = "discovery";
    static final String CONFIG = "config-server";
    static final String SANDBOX = "sandbox";
    static final String GATEWAY = "gateway";
    static final String SEARCH = "search-service";
    static final String REDIS = "redis";

    /// What a part is to the system.
    enum Kind {
        /// A Spring Boot application of ours with a management port.
        SPRING,
        /// A Java program of ours.
        PLAIN,
        /// A program of others for this very system, which keeps something.
        STORE
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
            new Part(REDIS, Kind.STORE, List.of(), Set.of(), false),
            new Part(DISCOVERY, Kind.SPRING, flags(SMALL, 96), Set.of(), false),
            new Part(CONFIG, Kind.SPRING, flags(SMALL, 96), Set.of(), false),
            new Part(SANDBOX, Kind.PLAIN, flags(SMALL, 64), Set.of(), false),
            new Part(SEARCH, Kind.SPRING, flags(FAST, 256), Set.of(DISCOVERY, CONFIG), true),
            new Part(GATEWAY, Kind.SPRING, flags(FAST, 256), Set.of(DISCOVERY, CONFIG), true));

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

    /// Whether it is built here.
    boolean isOurs() {
        return switch (kind) {
            case SPRING, PLAIN -> true;
            case STORE -> false;
        };
    }

    /// Whether there may be several of it.
    boolean scales() {
        return name.endsWith("-service");
    }
}
