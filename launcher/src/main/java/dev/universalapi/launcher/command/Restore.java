package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.archive.Archive;
import dev.universalapi.launcher.archive.Needs;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// Puts what a backup has in the place of what the stores keep, while nothing runs. What they kept stays beside it.
public final class Restore implements Command {

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), Set.of(HOME));
        var home = Command.home(arguments);
        var file = Backup.file(arguments, "restore");
        try (var _ = Backup.alone(home)) {
            var data = home.data("");
            var fresh = data.resolveSibling("data.new");
            var needs = unpack(file, fresh);
            var before = keepAside(data);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
            terminal.say("The stores have what is in " + file + ", as soon as they are started"
                    + (Files.exists(before)
                            ? ". What they had is in " + before + ": delete it when all is right"
                            : ""));
            needs.toFind(home).forEach(terminal::say);
            return 0;
        } catch (IOException e) {
            throw new LauncherException(home.folder() + " cannot be used: " + LauncherException.why(e), e);
        }
    }

    private static Needs unpack(Path file, Path fresh) throws IOException {
        Layout.clear(fresh);
        try {
            return new Archive(file, Versions.brought()).unpack(fresh);
        } catch (LauncherException e) {
            Layout.clear(fresh);
            throw e;
        }
    }

    private static Path keepAside(Path data) throws IOException {
        var moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString().replace(':', '-');
        var before = data.resolveSibling("data.before-" + moment);
        if (Files.exists(data)) {
            Files.move(data, before, StandardCopyOption.ATOMIC_MOVE);
        }
        return before;
    }
}
