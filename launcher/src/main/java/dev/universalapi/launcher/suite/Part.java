package dev.universalapi.launcher.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One kind of process of the suite.
///
/// @param name of its module, its jar, and its registration
/// @param flags of its Java
/// @param needs what must be ready before it is started
/// @param registers whether it must be found in discovery before the suite is ready
/// @param spring whether it is a Spring Boot application with a management port
record Part(String name, List<String> flags, Set<String> needs, boolean registers, boolean spring) {
    static final String DISCOVERY = "discovery";
    static final String CONFIG = "config-server";
    static final String SANDBOX = "sandbox";
    static final String GATEWAY = "gateway";
    static final String SEARCH = "search-service";

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
            new Part(DISCOVERY, flags(SMALL, 96), Set.of(), false, true),
            new Part(CONFIG, flags(SMALL, 96), Set.of(), false, true),
            new Part(SANDBOX, flags(SMALL, 64), Set.of(), false, false),
            new Part(SEARCH, flags(SMALL, 192), Set.of(DISCOVERY, CONFIG), true, true),
            new Part(GATEWAY, flags(FAST, 256), Set.of(DISCOVERY, CONFIG), true, true));

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

    /// Whether there may be several of it.
    boolean scales() {
        return name.endsWith("-service");
    }
}
