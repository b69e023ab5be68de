package dev.universalapi.launcher;

import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// A checkout in which every part is a [FakePart], built already.
public final class FakeProject {
    public static final List<String> PARTS = List.of(
            "discovery", "config-server", "sandbox", "search-service", "analytics-service", "auth-service", "gateway");
    private static final Set<String> SLOW = Set.of("postgres", "kafka");
    private static final String CLASS = "dev/universalapi/launcher/FakePart.class";

    private final Path folder;

    private FakeProject(Path folder) {
        this.folder = folder;
    }

    /// Made in a folder whose name has a space, and an accent where this system's names may have one.
    public static FakeProject in(Path parent) throws IOException {
        var name = System.getProperty("sun.jnu.encoding", "").startsWith("UTF") ? "un été" : "a summer";
        var project = new FakeProject(Files.createDirectories(parent.resolve(name)));
        project.write(
                "pom.xml",
                String.join(
                        "\n",
                        Stream.concat(PARTS.stream(), Stream.of("stores"))
                                .map(part -> "<module>" + part + "</module>")
                                .toList()));
        for (var part : PARTS) {
            project.write(part + "/pom.xml", "<project/>");
            project.write(part + "/src/main/java/Main.java", "class Main {}");
            project.build(part);
        }
        return project;
    }

    /// Writes a file below it.
    public Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Makes the jar of a part.
    public Path build(String part) throws IOException {
        var jar = folder.resolve(part).resolve("target").resolve(part + ".jar");
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakePart.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes =
                        Objects.requireNonNull(FakePart.class.getClassLoader().getResourceAsStream(CLASS))) {
            out.putNextEntry(new JarEntry(CLASS));
            bytes.transferTo(out);
            out.putNextEntry(new JarEntry("BOOT-INF/"));
            out.closeEntry();
        }
        return jar;
    }

    /// Where it is.
    public Path folder() {
        return folder;
    }

    /// The folder of its installation.
    public Home home() {
        return new Home(folder.resolve(".universal"));
    }

    /// Adds the real stores to it, which take seconds to start.
    public void addStores() throws IOException {
        var jar = folder.resolve("stores/target/stores.jar");
        Files.createDirectories(jar.getParent());
        write("stores/pom.xml", "<project/>");
        Files.copy(RealStores.JAR, jar);
    }

    /// A suite of it on any port, in sandbox mode, without the stores that are slow to start.
    public SuiteOptions options(Map<String, Integer> scale, boolean caches, Map<String, List<String>> settings) {
        return new SuiteOptions(
                folder, home(), Optional.of(Mode.SANDBOX), Optional.empty(), scale, caches, settings, SLOW);
    }

    /// With the real stores.
    public SuiteOptions withStores() throws IOException {
        addStores();
        return new SuiteOptions(folder, home(), Optional.of(Mode.SANDBOX), Optional.empty(), Map.of(), false);
    }

    /// The same, as plain as can be.
    public SuiteOptions options() {
        return options(Map.of(), false, Map.of());
    }

    /// The command line of a launcher in a Java of its own.
    public ProcessBuilder launcher(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duniversal.project=" + folder,
                "-cp",
                place(Launcher.class),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
    }

    /// What the launchers of their own said.
    public String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    /// The launcher under test, as a jar.
    Path launcherJar() throws IOException {
        var classes = Path.of(place(Launcher.class));
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        var jar = folder.resolve("under-test.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /// A terminal whose words can be read afterwards.
    public static final class Words {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        public Terminal terminal() {
            return terminal(bytes);
        }

        private static Terminal terminal(OutputStream out) {
            return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        }

        @Override
        public String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
