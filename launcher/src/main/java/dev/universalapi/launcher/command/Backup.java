package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.archive.Archive;
import dev.universalapi.launcher.archive.Needs;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import dev.universalapi.launcher.store.Versions;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Writes what the stores keep into one file, while nothing runs.
public final class Backup implements Command {
    private static final long MIB = 1024L * 1024;

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), Set.of(HOME));
        var home = Command.home(arguments);
        var file = file(arguments, "backup");
        try (var _ = alone(home)) {
            if (!Files.isDirectory(home.data(""))) {
                throw new LauncherException("There is nothing to keep yet in " + home.folder());
            }
            var needs = Needs.of(home);
            var count = new Archive(file, Versions.brought()).write(home.data(""), needs);
            Files.writeString(home.lastBackup(), Instant.now() + " " + file + "\n");
            terminal.say("%d files of the stores are in %s, %d MiB. Keys are not: keep %s and %s apart"
                    .formatted(count, file, Files.size(file) / MIB, home.identity(), home.secrets()));
            needs.toKeep(home).forEach(terminal::say);
            return 0;
        } catch (IOException e) {
            throw new LauncherException(home.folder() + " cannot be used: " + LauncherException.why(e), e);
        }
    }

    static Path file(Arguments arguments, String command) {
        if (arguments.words().size() != 1) {
            throw new LauncherException(command + " takes the name of one file");
        }
        return Path.of(arguments.words().getFirst()).toAbsolutePath().normalize();
    }

    /// Held while nobody else may start.
    static RunLock alone(Home home) {
        home.prepare();
        var lock = RunLock.take(home.run().resolve("lock"));
        if (!State.leftovers(Suite.stateFile(home)).isEmpty()) {
            lock.close();
            throw new LauncherException("an earlier start has left processes behind; ./universal down ends them");
        }
        return lock;
    }
}
