package dev.universalapi.bench.house;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.providers.Content;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The last step of the build. It writes the pages that are generated, and stops when too few lines are tested. A build
/// that left modules out has no coverage of them, and writes nothing: half a page would look like a change.
/// The argument is the folder of the project.
public final class Inspection {
    private Inspection() {}

    /// Throws when something has to be put right.
    public static void main(String[] arguments) throws IOException, FindingException {
        var modules = Modules.of(Path.of(arguments[0]));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var coverage = Coverage.of(modules);

        write(modules.project().resolve("docs/settings.md"), SettingsPage.write(modules));
        write(modules.project().resolve("docs/events.md"), EventsPage.write(modules.project()));
        write(
                modules.project().resolve("docs/providers.md"),
                ProvidersPage.write(
                        Operations.beside(Content.class), modules.project().resolve("providers/catalogue")));
        var document = OpenApiFile.write(modules);
        write(modules.project().resolve("sdk/openapi.yml"), document);
        write(modules.project().resolve(ScopesFile.PLACE), ScopesFile.write(document));
        out.print(coverage.table());
        coverage.check();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
