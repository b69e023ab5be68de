package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A program of others that keeps something, as it is set up in one installation.
public sealed interface Store permits Redis, Postgres, Kafka {

    /// Where one listens.
    ///
    /// @param second for what else it wants a port; the same as `port` when for nothing
    record Place(int port, int second) {}

    /// Why it cannot run on this machine, half a sentence.
    Optional<String> complaint();

    /// What the suite does without it, half a sentence.
    String loss();

    /// Unpacks what it needs from the jar that was built for stores.
    void unpack(Path stores);

    /// Refuses data that another version wrote, and says which version reads it.
    ///
    /// @throws LauncherException where it is of another
    void refuseOtherData();

    /// How it is started, or the arguments of its Java; its settings are written for it, and no secret is among the
    /// words.
    List<String> command(Place place);

    /// Whether the one that answers there is ours and is that process: another may have been left behind.
    boolean answers(int port, long pid) throws IOException;
}
