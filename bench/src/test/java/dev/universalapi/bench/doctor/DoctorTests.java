package dev.universalapi.bench.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.providers.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTests {
    private static final Path SHIPPED = Path.of("../providers/catalogue");
    private static final String KEYLESS = "chucknorris";
    private static final String KEYED = "weatherapi";
    private static final String SECRET = "s3cr3t-of-the-operator";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @TempDir
    Path parent;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /// The outside world, as it is told to be; null is a world that is not there.
    private record Scripted(@Nullable EgressResponse response) implements Transport {
        @Override
        public EgressResponse send(EgressRequest request) throws EgressException {
            if (response == null) {
                throw new EgressException(EgressException.Kind.UNREACHABLE, "no such host");
            }
            return response;
        }

        @Override
        public EgressStream open(EgressRequest request, EgressStream.Limits limits) {
            throw new IllegalStateException("no stream is asked for");
        }
    }

    private static EgressResponse response(int status, String body) {
        return new EgressResponse(
                status, Map.of("content-type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    private Path folder() throws IOException {
        for (var provider : List.of(KEYLESS, KEYED)) {
            var folder = Files.createDirectories(parent.resolve("catalogue").resolve(provider));
            try (var files = Files.list(SHIPPED.resolve(provider))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        return parent.resolve("catalogue");
    }

    private int run(@Nullable EgressResponse response, boolean key, boolean record, String... names) throws Exception {
        var folder = Files.exists(parent.resolve("catalogue")) ? parent.resolve("catalogue") : folder();
        var secrets = Files.createDirectories(parent.resolve("secrets"));
        if (key) {
            Files.writeString(secrets.resolve("WEATHERAPI_KEY"), SECRET);
        }
        var catalogue = Catalogue.load(Operations.beside(Content.class), folder);
        var checkup = new Checkup(
                catalogue,
                Samples.load(catalogue, folder),
                Secrets.of(secrets),
                new Scripted(response),
                InstantSource.system(),
                record ? new Notebook(folder, TODAY) : null);
        return Doctor.run(new PrintStream(said, true, StandardCharsets.UTF_8), checkup, List.of(names));
    }

    private Samples samples() {
        var folder = parent.resolve("catalogue");
        return Samples.load(Catalogue.load(Operations.beside(Content.class), folder), folder);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
    }

    private EgressResponse joke() throws IOException {
        folder();
        return samples().of(KEYLESS).getFirst().response();
    }

    @Test
    void saysThatAProviderWorks() throws Exception {
        var joke = joke();

        var code = run(joke, false, false, KEYLESS);

        assertThat(code).isZero();
        assertThat(told()).contains("chucknorris works joke/random ok with 200").contains("1 works");
    }

    @Test
    void saysThatAKeyIsMissing() throws Exception {
        var code = run(null, false, false, KEYED);

        assertThat(code).isZero();
        assertThat(told()).contains("weatherapi no key $WEATHERAPI_KEY is not set");
    }

    @Test
    void saysThatAKeyIsRefused() throws Exception {
        var code = run(
                response(401, "{\"error\":{\"code\":2006,\"message\":\"API key is invalid.\"}}"), true, false, KEYED);

        assertThat(code).isOne();
        assertThat(told()).contains("weatherapi key refused weather/").contains("dead-key with 401");
    }

    @Test
    void saysThatTheFormatHasChanged() throws Exception {
        var code = run(response(200, "{\"joke\":\"another name\"}"), false, false, KEYLESS);

        assertThat(code).isOne();
        assertThat(told()).contains("chucknorris format changed joke/random drifted with 200");
    }

    @Test
    void saysThatAProviderCannotBeReached() throws Exception {
        var code = run(null, false, false, KEYLESS);

        assertThat(code).isOne();
        assertThat(told())
                .contains("chucknorris unreachable joke/random unreachable after")
                .contains("no such host");
    }

    @Test
    void refusesANameThatIsNobodys() throws Exception {
        var code = run(null, false, false, "nobody");

        assertThat(code).isEqualTo(2);
        assertThat(told()).isEqualToIgnoringNewLines("There is no provider nobody");
    }

    @Test
    void recordsAnAnswerAsASampleOfTheDay() throws Exception {
        var joke = joke();
        var before = samples().of(KEYLESS).size();

        run(joke, false, true, KEYLESS);

        var recorded = samples().of(KEYLESS);
        assertThat(recorded).hasSize(before + 1);
        assertThat(recorded.getLast().origin()).isEqualTo("recorded 2026-11-25");
        assertThat(recorded.getLast().response().body()).isEqualTo(joke.body());
        assertThat(told()).contains("recorded as joke.random.2026-11-25.json");
    }

    @Test
    void recordsOnceADay() throws Exception {
        var joke = joke();
        run(joke, false, true, KEYLESS);
        var once = samples().of(KEYLESS).size();

        run(joke, false, true, KEYLESS);

        assertThat(samples().of(KEYLESS)).hasSize(once);
        assertThat(told()).contains("already recorded today");
    }

    @Test
    void recordsNoSecret() throws Exception {
        folder();
        var sample = samples().of(KEYED).getFirst();
        var echo = new String(sample.response().body(), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"asked\":\"?key=" + SECRET + "\",");

        run(response(200, echo), true, true, KEYED);

        var recorded = samples().of(KEYED).getLast();
        assertThat(recorded.origin()).isEqualTo("recorded 2026-11-25");
        assertThat(new String(recorded.response().body(), StandardCharsets.UTF_8))
                .contains("?key=REDACTED")
                .doesNotContain(SECRET);
    }
}
