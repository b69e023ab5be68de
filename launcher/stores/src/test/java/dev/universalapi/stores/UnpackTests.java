package dev.universalapi.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTests {
    @TempDir
    Path folder;

    private static InputStream archive(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            var content = "text".getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void unpacksTheProgramsOfThisSystem() throws Exception {
        var name = System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux";

        Unpack.main(new String[] {name + "-" + System.getProperty("os.arch"), folder.toString()});

        var asked = new ProcessBuilder(folder.resolve("bin/postgres").toString(), "--version").start();
        assertThat(asked.inputReader().readLine()).startsWith("postgres (PostgreSQL) 18.");
        assertThat(folder.resolve("lib/libpq.so.5"))
                .satisfiesAnyOf(
                        link -> assertThat(link).isSymbolicLink(),
                        _ -> assertThat(folder.resolve("lib/libpq.5.dylib")).exists());
    }

    @Test
    void saysForWhichSystemThereIsNone() {
        assertThatThrownBy(() -> Unpack.main(new String[] {"plan9-mips", folder.toString()}))
                .hasMessage("there is no PostgreSQL for plan9-mips");
    }

    @Test
    void leavesNothingOutsideItsFolder() throws IOException {
        var outside = archive("../outside");

        assertThatThrownBy(() -> Unpack.unpack(outside, folder.resolve("inside")))
                .hasMessage("../outside would be unpacked elsewhere");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void takesTheLatterOfTwoFiles() throws IOException {
        Files.writeString(folder.resolve("file"), "before");

        Unpack.unpack(archive("file"), folder);

        assertThat(folder.resolve("file")).hasContent("text");
    }
}
