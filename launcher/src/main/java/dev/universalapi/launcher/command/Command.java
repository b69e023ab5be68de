package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Something that can be typed after `./universal`.
@FunctionalInterface
public interface Command {
    /// The flag that chooses another folder than `.universal`.
    String HOME = "--home";

    /// Carries it out; the exit code.
    int run(List<String> typed, Terminal terminal);

    /// The folder of the checkout, which `./universal` passes on.
    static Path project() {
        return Path.of(System.getProperty("universal.project", ""))
                .toAbsolutePath()
                .normalize();
    }

    /// The folder of the installation: `--home`, else `UNIVERSAL_HOME`, else `.universal` in the checkout.
    static Home home(Arguments arguments) {
        var chosen = arguments.value(HOME).or(() -> Optional.ofNullable(System.getenv("UNIVERSAL_HOME")));
        try {
            return new Home(chosen.map(Path::of)
                    .orElseGet(() -> project().resolve(".universal"))
                    .toAbsolutePath()
                    .normalize());
        } catch (InvalidPathException e) {
            throw new LauncherException("--home takes a folder, was " + chosen.orElse(""), e);
        }
    }
}
