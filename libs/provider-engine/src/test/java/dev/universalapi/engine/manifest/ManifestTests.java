package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.trial.Draft;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// What a manifest says is what is loaded; what stops the load is in [RefusedManifestsTests].
class ManifestTests {
    private static final String OPERATIONS = "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n";

    @Test
    void readsAProvider() {
        var provider = Draft.provider("""
                name: Acme
                home: https://acme.example/docs
                terms: { commercial: restricted, cache: true, attribution: Data by Acme }
                base: https://api.acme.example/v1
                auth: { query: { key: $ACME_KEY, app: $ACME_APP or none } }
                headers: { Accept: application/json, X-Demo: $ACME_DEMO or demo }
                quota: [ 600/minute, 500 characters/day America/Los_Angeles, 3/month ]
                quota-headers:
                  - { remaining: X-Left, reset: X-Reset | epoch-s }
                  - { unit: characters, remaining: X-Characters }
                operations:
                  trial/any:
                    get: /x
                    answer: { text: /t }
                    cache: 10m
                """);

        assertThat(provider.terms()).isEqualTo(new Terms(Terms.Commercial.RESTRICTED, true, "Data by Acme"));
        assertThat(provider.home()).hasToString("https://acme.example/docs");
        assertThat(provider.base()).hasToString("https://api.acme.example/v1");
        assertThat(provider.credentialNames()).containsExactly("ACME_APP", "ACME_DEMO", "ACME_KEY");
        assertThat(provider.keyless()).isFalse();
        assertThat(provider.missing(Secrets.of(null))).hasValue("ACME_KEY");
        assertThat(provider.missing(Secrets.sandbox())).isEmpty();
        assertThat(provider.quota())
                .containsExactly(
                        new Quota(600, "requests", Quota.Period.MINUTE, ZoneOffset.UTC),
                        new Quota(500, "characters", Quota.Period.DAY, ZoneId.of("America/Los_Angeles")),
                        new Quota(3, "requests", Quota.Period.MONTH, ZoneOffset.UTC));
        assertThat(provider.quotaHeaders()).hasSize(2);
        assertThat(provider.offer("trial/any").orElseThrow().cache()).hasValue(Duration.ofMinutes(10));
        assertThat(provider.offer("trial/none")).isEmpty();
    }

    @Test
    void takesTheOnlyUnitOfTheQuotaForItsHeaders() {
        var provider = Draft.provider(
                Draft.HEAD + "quota: [ 50 points/day ]\nquota-headers: { remaining: X-Left }\n" + OPERATIONS);

        assertThat(provider.quotaHeaders()).extracting(Quota.Header::unit).containsExactly("points");
    }

    @Test
    void takesAnUnencryptedBaseWhereNoKeyTravels() {
        var provider = Draft.provider(Draft.HEAD.replace("https://api", "http://api") + OPERATIONS);

        assertThat(provider.base()).hasToString("http://api.acme.example/v1");
    }
}
