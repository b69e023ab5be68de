package dev.universalapi.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {
    private static final Versions HERE = new Versions("18.6.0", "4.2.1", "6.2");

    private static final Needs NEEDS =
            new Needs(true, List.of(new Need("ours", "0123456789abcdef", 3), new Need("older", "unknown", 1)));

    @TempDir
    Path parent;

    private Path data;
    private Archive archive;

    @BeforeEach
    void prepare() throws IOException {
        data = parent.resolve("data");
        Files.createDirectories(data.resolve("postgres/cluster/pg_notify"));
        Files.createDirectories(data.resolve("redis"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgres/roles.sql"), "PASSWORD 'secret'");
        Files.writeString(data.resolve("redis/redis.conf"), "requirepass secret");
        Files.writeString(data.resolve("redis/dump.rdb"), "REDIS0009 and so on");
        archive = new Archive(parent.resolve("kept.zip"), HERE);
    }

    private Path fresh() {
        return parent.resolve("fresh");
    }

    /// The same archive with one of its files changed.
    private void change(String name, byte[] content) throws IOException {
        var changed = parent.resolve("changed.zip");
        try (var from = new ZipFile(archive.file().toFile());
                var to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    to.write(content);
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        archive = new Archive(changed, HERE);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        var count = archive.write(data, NEEDS);

        archive.unpack(fresh());

        assertThat(count).isEqualTo(2);
        assertThat(fresh().resolve("redis/dump.rdb")).hasContent("REDIS0009 and so on");
        assertThat(fresh().resolve("postgres/cluster/pg_notify")).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(fresh().resolve("postgres/cluster")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(fresh().resolve("redis/dump.rdb")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysWhichMasterKeysItNeeds() {
        archive.write(data, NEEDS);
        var other = new Archive(parent.resolve("other.zip"), HERE);
        other.write(data, Needs.UNKNOWN);

        assertThat(archive.unpack(fresh())).isEqualTo(NEEDS);
        assertThat(other.unpack(parent.resolve("fresher"))).isEqualTo(Needs.UNKNOWN);
    }

    @Test
    void holdsNoSecret() {
        archive.write(data, NEEDS);

        archive.unpack(fresh());

        assertThat(fresh().resolve("postgres/roles.sql")).doesNotExist();
        assertThat(fresh().resolve("redis/redis.conf")).doesNotExist();
    }

    @Test
    void refusesAFlippedByte() throws IOException {
        archive.write(data, NEEDS);
        var bytes = Files.readAllBytes(archive.file());
        for (var at = 100; at < bytes.length; at += bytes.length / 7) {
            var flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(parent.resolve("flipped.zip"), flipped);
            var damaged = new Archive(parent.resolve("flipped.zip"), HERE);
            var target = parent.resolve("flipped-" + at);

            try {
                damaged.unpack(target);
                assertThat(target.resolve("redis/dump.rdb")).hasContent("REDIS0009 and so on");
                assertThat(target.resolve("postgres/cluster/PG_VERSION")).hasContent("18\n");
            } catch (LauncherException e) {
                assertThat(e).hasMessageContaining("nothing was replaced");
            }
        }
    }

    @Test
    void refusesAFileThatIsNotAsItWasWritten() throws IOException {
        archive.write(data, NEEDS);
        change("data/redis/dump.rdb", "REDIS0009 and more".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> archive.unpack(fresh()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("data/redis/dump.rdb is not as it was written; nothing was replaced");
    }

    @Test
    void refusesWhatLacksAFileOrAManifest() throws IOException {
        archive.write(data, NEEDS);
        var manifest = new Manifest(HERE, NEEDS, Map.of("redis/lost", "0".repeat(64))).text();
        try (var zip = new ZipOutputStream(Files.newOutputStream(parent.resolve("short.zip")))) {
            zip.putNextEntry(new ZipEntry("manifest"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(parent.resolve("other.zip")))) {
            zip.putNextEntry(new ZipEntry("holiday.jpg"));
        }

        assertThatThrownBy(() -> new Archive(parent.resolve("short.zip"), HERE).unpack(fresh()))
                .hasMessageContaining("redis/lost is missing");
        assertThatThrownBy(() -> new Archive(parent.resolve("other.zip"), HERE).unpack(fresh()))
                .hasMessageContaining("it has no manifest");
    }

    @Test
    void refusesAnotherVersionAndNamesIt() {
        archive.write(data, NEEDS);
        var later = new Archive(archive.file(), new Versions("19.1.0", "4.2.1", "6.2"));

        assertThatThrownBy(() -> later.unpack(fresh()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the archive is of PostgreSQL 18.6.0, Kafka 4.2.1 and Redis 6.2")
                .hasMessageContaining("here are 19.1.0");
        assertThat(fresh()).doesNotExist();
    }

    @Test
    void saysWhatItCannotKeep() throws IOException {
        Files.createSymbolicLink(data.resolve("redis/link"), parent);

        assertThatThrownBy(() -> archive.write(data, NEEDS)).hasMessageContaining("is neither a file nor a folder");
        assertThat(archive.file()).doesNotExist();
    }
}
