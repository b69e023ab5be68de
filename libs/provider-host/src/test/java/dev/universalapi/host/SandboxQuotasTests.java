package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.host.quota.SandboxProperties;
import dev.universalapi.host.quota.SandboxProperties.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxQuotasTests {
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Map<String, Long> ONE = Map.of("requests", 1L);
    private static final String MANIFEST = """
            name: Acme
            home: https://acme.example
            terms: { commercial: allowed, cache: true }
            base: https://api.acme.example
            auth: none
            quota: [ 1/month ]
            operations:
              paint/colour:
                get: /v1/colours
                query: { name: "{name}" }
                answer: { hex: /hex, price: /price }
            """;

    @TempDir
    private Path folder;

    private CurrentCatalogue catalogue;

    @BeforeEach
    void writeOneProviderOfTheHouseAndOneOfTheOperator() throws IOException {
        write("house/ours");
        write("operator/own");
        var house = Catalogue.load(Operations.of(Colour.class, Brush.class), folder.resolve("house"));
        catalogue = new CurrentCatalogue(house, folder.resolve("operator"), SELDOM);
    }

    private void write(String provider) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(provider)).resolve("provider.yml"), MANIFEST);
    }

    private Quotas quotas(Limits limits) {
        var counted = CountedQuotas.alone(InstantSource.system());
        return new SandboxProperties(limits).limit(counted, catalogue::own);
    }

    private Provider provider(String id) {
        return catalogue.get().provider(id).orElseThrow();
    }

    private boolean allowsTwo(Quotas quotas, String id) {
        quotas.take(provider(id), Credential.NONE.id(), ONE);
        return quotas.take(provider(id), Credential.NONE.id(), ONE) instanceof Grant.Granted;
    }

    @Test
    void holdsEveryProviderToWhatItDeclares() {
        var quotas = quotas(Limits.DECLARED);

        assertThat(allowsTwo(quotas, "ours")).isFalse();
        assertThat(allowsTwo(quotas, "own")).isFalse();
    }

    @Test
    void holdsNobodyWhereLimitsAreLifted() {
        var quotas = quotas(Limits.UNLIMITED);

        assertThat(allowsTwo(quotas, "ours")).isTrue();
        assertThat(allowsTwo(quotas, "own")).isTrue();
    }

    @Test
    void holdsOnlyTheOperatorsProvidersWhereTheyAreTheSubject() {
        var quotas = quotas(Limits.OWN);

        assertThat(allowsTwo(quotas, "ours")).isTrue();
        assertThat(allowsTwo(quotas, "own")).isFalse();
    }

    @Test
    void showsNothingSpentOfLimitsThatAreLifted() {
        var quotas = quotas(Limits.OWN);
        allowsTwo(quotas, "ours");
        allowsTwo(quotas, "own");

        var ours = quotas.headroom(provider("ours"), Credential.NONE.id());
        var own = quotas.headroom(provider("own"), Credential.NONE.id());

        assertThat(ours.left()).isEqualTo(1);
        assertThat(own.left()).isZero();
    }
}
