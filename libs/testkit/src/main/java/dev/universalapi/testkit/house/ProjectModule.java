package dev.universalapi.testkit.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One module of the project, as the rules see it.
///
/// @param name the folder's name, which is also the artifact's
/// @param home the package that all its types are in or below
/// @param folder the folder of its POM
public record ProjectModule(String name, String home, Path folder) {

    /// The module that a test class belongs to, wherever the build was started.
    public static ProjectModule of(Class<?> test) {
        try {
            var compiled = Path.of(
                    test.getProtectionDomain().getCodeSource().getLocation().toURI());
            var folder = compiled.resolve("../..").normalize();
            var name = String.valueOf(folder.getFileName());
            return new ProjectModule(name, Arrows.homeOf(name), folder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(test + " lies at no path", e);
        }
    }

    /// Whether it is started as a process and answers over HTTP.
    boolean isService() {
        return name.equals("gateway") || name.endsWith("-service");
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    /// The folder of the whole project.
    Path project() {
        var at = folder;
        while (!Files.isDirectory(at.resolve("providers/catalogue"))) {
            at = at.getParent();
            if (at == null) {
                throw new IllegalStateException("no folder above " + folder + " has the catalogue");
            }
        }
        return at;
    }

    /// The ids of all providers: the folders of the catalogue.
    Set<String> providerIds() {
        try (Stream<Path> folders = Files.list(project().resolve("providers/catalogue"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
