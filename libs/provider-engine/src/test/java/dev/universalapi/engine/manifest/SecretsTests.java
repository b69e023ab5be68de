package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-11-21T10:00:00Z"));

    private Secrets secrets(Map<String, String> environment) {
        return Secrets.of(environment, folder, now::get);
    }

    private void write(String value, int second) throws IOException {
        var file = Files.writeString(folder.resolve("ACME_KEY"), value);
        Files.setLastModifiedTime(file, FileTime.from(now.get().plusSeconds(second)));
    }

    @Test
    void takesTheEnvironmentBeforeTheFolder() throws IOException {
        write("file", 0);

        assertThat(secrets(Map.of("ACME_KEY", " env\n")).find("ACME_KEY")).hasValue("env");
        assertThat(secrets(Map.of("ACME_KEY", " ")).find("ACME_KEY")).hasValue("file");
        assertThat(secrets(Map.of()).find("ACME_OTHER")).isEmpty();
    }

    @Test
    void seesAChangedFileWithinASecond() throws IOException {
        var secrets = secrets(Map.of());
        write("one\ntwo\n", 0);
        assertThat(secrets.find("ACME_KEY")).hasValue("one");

        write("three", 1);

        assertThat(secrets.find("ACME_KEY")).hasValue("one");
        now.updateAndGet(before -> before.plusSeconds(1));
        assertThat(secrets.find("ACME_KEY")).hasValue("three");
        now.updateAndGet(before -> before.plusSeconds(1));
        assertThat(secrets.find("ACME_KEY")).hasValue("three");
        Files.delete(folder.resolve("ACME_KEY"));
        now.updateAndGet(before -> before.plusSeconds(1));
        assertThat(secrets.find("ACME_KEY")).isEmpty();
    }

    @Test
    void takesAKeyFromEachLine() throws IOException {
        write("one\n\n  two \n", 0);

        assertThat(secrets(Map.of()).all("ACME_KEY")).containsExactly("one", "two");
        assertThat(secrets(Map.of("ACME_KEY", "a\r\nb")).all("ACME_KEY")).containsExactly("a", "b");
    }

    @Test
    void doesNotUseWhatIsNoKey() throws IOException {
        write("", 0);
        assertThat(secrets(Map.of()).find("ACME_KEY")).isEmpty();
        write("a\tb", 0);
        assertThat(secrets(Map.of()).find("ACME_KEY")).isEmpty();
        write("x".repeat(9_000), 0);
        assertThat(secrets(Map.of()).find("ACME_KEY")).isEmpty();
        assertThat(secrets(Map.of("ACME_KEY", "a\u0007b")).find("ACME_KEY")).isEmpty();
    }

    @Test
    void standsInForAll() {
        assertThat(Secrets.sandbox().find("ANY")).hasValue("no-key-needed-in-the-sandbox");
        assertThat(Secrets.names().find("ANY")).hasValue("$ANY");
        assertThat(Secrets.sandbox().standIn()).isTrue();
        assertThat(Secrets.of(null).standIn()).isFalse();
        assertThat(Secrets.of(null).find("ACME_NEVER_SET")).isEmpty();
    }
}
