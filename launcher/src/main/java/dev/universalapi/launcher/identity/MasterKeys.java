package dev.universalapi.launcher.identity;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The file of master keys, one a line: the first seals, all open. It is replaced in one step and is on the disk before
/// anything may be sealed with what is new in it.
public record MasterKeys(Path file) {

    /// All that are in it, in their order.
    public List<MasterKey> read() {
        var lines = text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> isKey(lines.get(at)))
                .mapToObj(at -> MasterKey.parse(lines.get(at))
                        .orElseThrow(() -> new LauncherException(
                                "%s:%d is not `name base64-of-32-bytes`".formatted(file, at + 1))))
                .toList();
    }

    private static boolean isKey(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    /// The file as it is, to be put back by [#write].
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }

    /// Puts a fresh one before the others.
    public MasterKey renew() {
        var fresh = MasterKey.random();
        write(fresh.line() + text());
        return fresh;
    }

    /// Takes all others away.
    public void keepOnly(MasterKey kept) {
        write(Stream.of(text().split("\\R"))
                .filter(line -> !isKey(line)
                        || MasterKey.parse(line).filter(kept::equals).isPresent())
                .collect(Collectors.joining("\n", "", "\n")));
    }

    public void write(String text) {
        try {
            var place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            var fresh = place.resolveSibling(place.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Identity.write(fresh, text);
            force(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(place.resolveSibling("."), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + LauncherException.why(e), e);
        }
    }

    private static void force(Path path, StandardOpenOption as) throws IOException {
        try (var channel = FileChannel.open(path, as)) {
            channel.force(true);
        }
    }
}
