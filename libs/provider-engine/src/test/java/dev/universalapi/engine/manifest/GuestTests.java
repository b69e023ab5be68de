package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.engine.adapter.Adapter;
import dev.universalapi.engine.adapter.Outgoing;
import dev.universalapi.engine.adapter.Received;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator's manifest may not, though one of the house may.
class GuestTests {
    private static final Operations OPERATIONS = Operations.of(AnyValue.class, HouseAdapter.class);
    private static final String SPOKEN = "operations:\n  trial/any:\n    get: /x\n    answer: { text: /t }\n";
    private static final String ADAPTED = "operations:\n  trial/any:\n    adapter: HouseAdapter\n";

    @TempDir
    private Path house;

    @TempDir
    private Path own;

    /// An adapter that answers nothing.
    static final class HouseAdapter implements Adapter {
        @Override
        public Outgoing ask(Record query) {
            return new Outgoing(false, "/x", Map.of(), Map.of(), new byte[0]);
        }

        @Override
        public Record read(Record query, Received response) {
            return query;
        }
    }

    @BeforeEach
    void fill() throws IOException {
        write(house, "open", Draft.HEAD + ADAPTED);
        write(house, "open-sky", Draft.HEAD.replace("none", "{ bearer: $OPEN_SKY_KEY }") + SPOKEN);
    }

    private static void write(Path folder, String id, String manifest) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(id)).resolve("provider.yml"), manifest);
    }

    private List<String> errors() {
        var loaded = Catalogue.load(OPERATIONS, house);
        return catchThrowableOfType(ManifestException.class, () -> loaded.with(own))
                .errors();
    }

    @Test
    void standsBesideTheHousesOwn() throws IOException {
        write(own, "open-sea", Draft.HEAD.replace("none", "{ bearer: $OPEN_SEA_KEY }") + SPOKEN);

        var both = Catalogue.load(OPERATIONS, house).with(own);

        assertThat(both.providers()).extracting(Provider::id).containsExactly("open", "open-sea", "open-sky");
    }

    @Test
    void namesNoClassOfTheHouse() throws IOException {
        write(own, "acme", Draft.HEAD + ADAPTED);

        assertThat(errors())
                .containsExactly("acme/provider.yml:8: `adapter` names a class of the house, which no provider of the"
                        + " operator may; say it by `get` to `answer`");
    }

    @Test
    void takesNoIdOfTheHouse() throws IOException {
        write(own, "open-sky", Draft.HEAD + SPOKEN);

        assertThat(errors())
                .containsExactly(
                        "open-sky/provider.yml:1: the catalogue has a provider open-sky; name the folder otherwise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            sky             ¦ { bearer: $OPEN_SKY_KEY }
            sky             ¦ { bearer: "\\x24OPEN_SKY_KEY" }
            op              ¦ { bearer: $OPEN_SKY_KEY }
            beside-open-sky ¦ { bearer: $OPEN_SKY_KEY }
            open-sk         ¦ { bearer: $OPEN_SKY_KEY }
            """)
    void namesNoSecretOfTheHouse(String id, String auth) throws IOException {
        write(own, id, Draft.HEAD.replace("none", auth) + SPOKEN);

        assertThat(errors())
                .containsExactly(id
                        + "/provider.yml:5: `$OPEN_SKY_KEY` is a secret of the provider open-sky; name it otherwise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            5  ¦ auth: none                      ¦ auth: { bearer: $WIDE_OPEN_KEY }
            5  ¦ auth: none                      ¦ auth: { basic: "a:\\x24WIDE_OPEN" }
            4  ¦ https://api.acme.example/v1     ¦ $WIDE_OPEN_URL or https://api.acme.example
            9  ¦ get: /x                         ¦ post: /x\\n    json: [ $WIDE_OPEN_KEY ]
            """)
    void namesNoSecretOfALongerId(String line, String from, String to) throws IOException {
        write(own, "wide", (Draft.HEAD + SPOKEN).replace(from, to.replace("\\n", "\n")));
        write(own, "wide-open", Draft.HEAD + SPOKEN);

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .startsWith("wide/provider.yml:" + line + ": `$WIDE_OPEN")
                        .endsWith("is a secret of the provider wide-open; name it otherwise"));
    }
}
