package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.Position;
import dev.universalapi.host.ProvidersProperties.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorKeyTests {
    private static final OperationType BRUSHES =
            Operations.of(Brush.class).find("tool/brush").orElseThrow();
    private static final Brush QUERY = new Brush(3);

    @TempDir
    Path folder;

    private static Cursors cursors(@Nullable Path key) {
        var properties =
                new ProvidersProperties(Mode.LIVE, null, null, null, Duration.ofSeconds(2), key, List.of(), "", "");
        return new ProviderHostAutoConfiguration().cursors(properties);
    }

    private static boolean reads(Cursors one, Cursors other) {
        var written = one.write(BRUSHES, QUERY, "pigments", Position.START).orElseThrow();
        return other.read(written, BRUSHES, QUERY) instanceof Cursor.Leading;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cursor-key"), text);
    }

    @Test
    void replicasWithOneKeyReadEachOthersCursors() throws IOException {
        var key = file("secret\n");

        assertThat(reads(cursors(key), cursors(key))).isTrue();
        assertThat(reads(cursors(key), new Cursors("another"))).isFalse();
    }

    @Test
    void withoutAKeyCursorsEndWithTheirProcess() {
        assertThat(reads(cursors(null), cursors(null))).isFalse();
    }

    @Test
    void aFileWithoutAKeyStopsTheStart() throws IOException {
        var blank = file("\n");
        var missing = folder.resolve("nothing");

        for (var wrong : List.of(blank, missing)) {
            assertThatThrownBy(() -> cursors(wrong))
                    .hasMessage("universal.providers.cursor-key names no file with a key: " + wrong);
        }
    }
}
