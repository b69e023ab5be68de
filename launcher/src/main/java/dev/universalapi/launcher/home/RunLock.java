package dev.universalapi.launcher.home;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held while a suite runs from a home, so that two starts at once cannot both go on. The system takes it back when the
/// holder dies.
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes it, or tells that another start has it.
    public static RunLock take(Path file) {
        return take(
                file,
                "another ./universal up is at work in " + file.getParent()
                        + "; ./universal status tells how far it is");
    }

    /// Takes it, or says that somebody else has it.
    ///
    /// @param busy what is said
    public static RunLock take(Path file, String busy) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new RunLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + LauncherException.why(e), e);
        }
        throw new LauncherException(busy);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// Gives it back.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the system takes it back when this process ends
        }
    }
}
