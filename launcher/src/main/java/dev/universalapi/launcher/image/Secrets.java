package dev.universalapi.launcher.image;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.command.Command;
import dev.universalapi.launcher.identity.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Makes what containers are given as secrets, each at random, once: what is there stays as it is.
public final class Secrets implements Command {
    private static final String TO = "--to";
    private static final List<String> DATABASES = List.of("analytics", "auth");
    private static final List<String> ROLES = List.of("owner", "app", "system");
    private static final String SUPERUSER = "postgres";
    private static final String README = """
        One file a key of a provider, named as in its manifest (for instance WEATHERAPI_KEY), one key a line. Its reader
        has another user than you: chmod 644. Nobody else comes as far as here, since the folder above is yours alone.
        """;

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), Set.of(TO));
        if (!arguments.words().isEmpty()) {
            throw new LauncherException("secrets makes all of them; it takes " + TO);
        }
        var folder = arguments
                .value(TO)
                .map(Path::of)
                .orElseGet(() -> Command.project().resolve(".universal").resolve("compose"))
                .toAbsolutePath()
                .normalize();
        try {
            make(folder, terminal);
        } catch (IOException e) {
            throw new LauncherException(folder + " cannot be written: " + LauncherException.why(e), e);
        }
        return 0;
    }

    private static void make(Path folder, Terminal terminal) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        var identity = new Identity(folder);
        identity.prepare();
        var first = identity.begin();
        Identity.ensure(identity.databasePassword(SUPERUSER));
        for (var database : DATABASES) {
            for (var role : ROLES) {
                Identity.ensure(identity.databasePassword(database + "_" + role));
            }
        }
        Identity.ensure(folder.resolve("grafana-password"));
        var redis = Files.readString(identity.redisPassword()).strip();
        Identity.write(folder.resolve("redis-settings"), "requirepass " + redis + "\n");
        Files.writeString(folder.resolve("providers").resolve("README"), README);
        share(folder);
        terminal.say("The secrets are in " + folder + ", which is yours alone; keep a copy where no backup is");
        terminal.say("  the operator's key is in " + identity.bootstrapFile());
        terminal.say("  Grafana lets in: admin, with the password in " + folder.resolve("grafana-password"));
        first.ifPresent(keys -> keys.say(terminal));
    }

    /// Containers have users of their own, and each is given single files: those may be read by all, in a folder that
    /// nobody else may enter.
    private static void share(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                var may = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(path.equals(folder) ? "rwx------" : may));
            }
        }
    }
}
