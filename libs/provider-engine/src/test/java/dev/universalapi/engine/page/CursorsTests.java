package dev.universalapi.engine.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import dev.universalapi.engine.trial.Single;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CursorsTests {
    private static final OperationType PLACES = type("trial/places");
    private static final Position THIRD = new Position(3, 40, "to/ken=", 5);
    private static final Cursor.Refused UNKNOWN =
            new Cursor.Refused("cursor is none that was given by this service; send `meta.next` of the page before");
    private static final Cursor.Refused OTHER =
            new Cursor.Refused("cursor belongs to another query; send the same parameters with it");

    private final Cursors cursors = new Cursors("a key");
    private final String cursor =
            cursors.write(PLACES, Places.near(), "acme", THIRD).orElseThrow();

    private static OperationType type(String path) {
        return Draft.OPERATIONS.find(path).orElseThrow();
    }

    @Test
    void leadsBackToItsProvider() {
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.read(cursor, PLACES, Places.near())).isEqualTo(new Cursor.Leading("acme", THIRD));
    }

    @Test
    void leadsBackWithoutAToken() {
        var at = new Position(2, 10, null, 0);

        var written = cursors.write(PLACES, Places.near(), "acme", at).orElseThrow();

        assertThat(cursors.read(written, PLACES, Places.near())).isEqualTo(new Cursor.Leading("acme", at));
    }

    @Test
    void isReadByEveryReplicaWithTheSameKey() {
        assertThat(new Cursors("a key").read(cursor, PLACES, Places.near())).isInstanceOf(Cursor.Leading.class);
        assertThat(new Cursors("another").read(cursor, PLACES, Places.near())).isEqualTo(UNKNOWN);
    }

    @Test
    void endsWithAProcessThatHasAKeyOfItsOwn() {
        var own = Cursors.ofThisProcess();

        var written = own.write(PLACES, Places.near(), "acme", THIRD).orElseThrow();

        assertThat(own.read(written, PLACES, Places.near())).isInstanceOf(Cursor.Leading.class);
        assertThat(Cursors.ofThisProcess().read(written, PLACES, Places.near())).isEqualTo(UNKNOWN);
    }

    @Test
    void theLineEndOfAFileIsNoPartOfItsKey() {
        assertThat(new Cursors("a key\n").read(cursor, PLACES, Places.near())).isInstanceOf(Cursor.Leading.class);
    }

    @Test
    void isGoodForItsOwnQueryOnly() {
        var other = new Places(48.85, 0, 4, null, null, null);

        assertThat(cursors.read(cursor, PLACES, other)).isEqualTo(OTHER);
        assertThat(cursors.read(cursor, type("trial/any"), AnyValue.NONE)).isEqualTo(OTHER);
        assertThat(cursors.read(cursor, type("trial/single"), new Single("x"))).isEqualTo(OTHER);
    }

    @Test
    void isRefusedWhereverOneBitIsChanged() {
        var bytes = Base64.getUrlDecoder().decode(cursor);

        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            bytes[i] ^= 1;
            assertThat(cursors.read(forged, PLACES, Places.near())).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void isRefusedWhereverItIsCut() {
        for (int i = 0; i < cursor.length(); i++) {
            assertThat(cursors.read(cursor.substring(0, i), PLACES, Places.near()))
                    .isEqualTo(UNKNOWN);
        }
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThat(cursors.read("", PLACES, Places.near())).isEqualTo(UNKNOWN);
        assertThat(cursors.read("not a cursor", PLACES, Places.near())).isEqualTo(UNKNOWN);
        assertThat(cursors.read("A".repeat(Cursors.LONGEST), PLACES, Places.near()))
                .isEqualTo(UNKNOWN);
        assertThat(cursors.read("A".repeat(Cursors.LONGEST + 4), PLACES, Places.near()))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void givesNoneWhereTheProvidersTokenIsTooLong() {
        assertThat(cursors.write(PLACES, Places.near(), "acme", new Position(2, 1, "x".repeat(1_000), 0)))
                .isPresent();
        assertThat(cursors.write(PLACES, Places.near(), "acme", new Position(2, 1, "x".repeat(1_600), 0)))
                .isEmpty();
        assertThat(cursors.write(PLACES, Places.near(), "acme", new Position(2, 1, "x".repeat(70_000), 0)))
                .isEmpty();
    }

    @Test
    void needsAKey() {
        assertThatThrownBy(() -> new Cursors(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
