package dev.universalapi.platform.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.garden.Admired;
import dev.universalapi.platform.events.garden.Watered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CodecTests {
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final Path GOLDEN = CONTRACTS.resolve("src/test/resources/events");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Codec codec = new Codec("search-service");

    @ParameterizedTest
    @MethodSource("events")
    void writesAndReadsEachEventAsItsGoldenFileHasIt(Class<? extends Event> type) throws Exception {
        var golden = Files.readAllBytes(GOLDEN.resolve(WireType.of(type).name() + ".json"));

        var envelope = codec.open(golden);
        var event = codec.read(envelope, type);
        var number = envelope.producer() == null ? null : new Numbered(envelope.producer(), envelope.sequence());
        var written = new Codec(envelope.source()).write(event, number);

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(golden));
        assertThat(envelope.id()).isEqualTo(event.id());
        assertThat(envelope.time()).isEqualTo(event.at());
    }

    @Test
    void hasNoGoldenFileOfAnEventThatDoesNotExist() throws IOException {
        var names = events().stream().map(type -> WireType.of(type).name() + ".json");

        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names.toList());
        }
    }

    @Test
    void skipsWhatANewerProducerAdds() throws Exception {
        var text = new String(codec.write(new Watered("o", "1", 3, NOON), null), StandardCharsets.UTF_8);
        var newer = text.replace("\"litres\":3", "\"litres\":3,\"colour\":{\"of\":[\"the\",\"can\"]}")
                .replace("\"subject\"", "\"dataschema\":\"x\",\"list\":[1,{}],\"other\":{\"data\":{}},\"subject\"");

        var envelope = codec.open(newer.getBytes(StandardCharsets.UTF_8));

        assertThat(codec.read(envelope, Watered.class)).isEqualTo(new Watered("o", "1", 3, NOON));
    }

    @Test
    void readsWhereAMemberThatMayBeNullIsMissing() throws Exception {
        var text = new String(codec.write(new Admired("o", "1", null, NOON), null), StandardCharsets.UTF_8);
        var older = text.replace("\"by\":null,", "");

        var read = codec.read(codec.open(older.getBytes(StandardCharsets.UTF_8)), Admired.class);

        assertThat(older).isNotEqualTo(text);
        assertThat(read.by()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"litres\":3,", "\"organisation\":\"o\",", "\"at\":\"2026-03-01T12:00:00Z\""})
    void refusesAnEventThatLacksWhatItsRecordNeeds(String member) throws Exception {
        var text = new String(codec.write(new Watered("o", "1", 3, NOON), null), StandardCharsets.UTF_8);
        var lacking = text.replace(member, "").replace(",}", "}");
        var envelope = codec.open(lacking.getBytes(StandardCharsets.UTF_8));

        assertThat(lacking).isNotEqualTo(text);
        assertThatThrownBy(() -> codec.read(envelope, Watered.class)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "{\"specversion\":\"1.0\"",
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-03-01T12:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-03-01T12:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"today\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-03-01T12:00:00Z\",\"data\":[]}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"sequence\":\"first\",\"data\":{}}"
            })
    void refusesWhatIsNoEvent(String text) {
        assertThatThrownBy(() -> codec.open(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void printsTheSameContentTheSameAndAnotherDifferently() throws Exception {
        var first = codec.open(codec.write(new Watered("o", "1", 3, NOON), new Numbered("p", 1)));
        var again = codec.open(codec.write(new Watered("o", "1", 3, NOON), new Numbered("q", 7)));
        var other = codec.open(codec.write(new Watered("o", "1", 4, NOON), new Numbered("p", 1)));

        assertThat(again.print()).isEqualTo(first.print());
        assertThat(other.print()).isNotEqualTo(first.print());
        assertThat(again.sequence()).isEqualTo(7);
    }

    @Test
    void takesTheTopicFromThePackageOfTheOwner() {
        var type = WireType.of(Watered.class);

        assertThat(type.topic()).isEqualTo("garden.events");
        assertThat(WireType.dead(type.topic())).isEqualTo("garden.events.dead");
    }

    @Test
    void refusesAnEventWithoutANameOnTheWire() {
        record Nameless(String organisation, String id, Instant at) implements Event {}

        assertThatThrownBy(() -> WireType.of(Nameless.class)).hasMessageContaining("@Wire");
    }

    static List<Class<? extends Event>> events() throws IOException {
        var sources = CONTRACTS.resolve("src/main/java");
        try (var files = Files.walk(sources.resolve("dev/universalapi/contracts/event"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file)
                            .toString()
                            .replaceFirst("\\.java$", "")
                            .replace('/', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .map(CodecTests::load)
                    .filter(Class::isRecord)
                    .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
