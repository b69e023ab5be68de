package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.credential.OwnCredential;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Papers;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.engine.trial.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Organisations that bring a key of their own to a provider.
class OwnCredentialTests {
    private static final Papers QUERY = new Papers("x", 2);
    private static final String PAGE = "{\"papers\":[{\"t\":\"A\"}]}";

    @TempDir
    Path folder;

    @TempDir
    Path secrets;

    private final InstantSource clock = InstantSource.system();
    private final Upstream upstream = new Upstream();
    private final Set<String> refused = new HashSet<>();
    private final Brought brought = new Brought();

    /// What organisations have brought, and what was learnt of it.
    private static final class Brought implements OwnCredentials {
        private final Map<String, OwnCredential> all = new ConcurrentHashMap<>();
        private final List<String> learnt = new ArrayList<>();

        void bring(String organisation, String value, boolean first, boolean alone) {
            all.put(
                    organisation + " ample",
                    new OwnCredential(
                            Credential.own(Map.of("AMPLE_KEY", value, "AMPLE_BASE", "http://evil.example"), alone),
                            first));
        }

        @Override
        public Set<String> providers(String organisation) {
            return all.keySet().stream()
                    .filter(name -> name.startsWith(organisation + " "))
                    .map(name -> name.substring(organisation.length() + 1))
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<OwnCredential> find(String organisation, String provider) {
            return Optional.ofNullable(all.get(organisation + " " + provider));
        }

        @Override
        public void learn(String organisation, String provider, Credential credential, Outcome outcome) {
            learnt.add(organisation + " " + provider + " " + outcome.label());
        }
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("ample"));
        Files.writeString(folder.resolve("ample").resolve("provider.yml"), """
                name: Ample
                home: https://ample.example
                terms: { commercial: allowed, cache: true }
                base: $AMPLE_BASE or https://api.ample.example
                auth: { query: { key: $AMPLE_KEY } }
                operations:
                  trial/papers:
                    get: /papers
                    answer: { papers: { each: /papers, title: /t } }
                    cost: 0.01 USD
                    cache: 10m
                """);
        upstream.at(
                "api.ample.example/papers",
                asked -> refused.stream().anyMatch(key -> asked.line().endsWith("key=" + key))
                        ? new Upstream.Says(401, "{}")
                        : new Upstream.Says(200, PAGE));
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void usesTheOrganisationsOwnBeforeTheOperatorsAndSaysSo() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", true, false);
        var engine = engine();

        var own = (Reply.Answered<?>) ask(engine, "acme");
        var others = (Reply.Answered<?>) ask(engine, "other");

        assertThat(own.meta().credential()).isEqualTo("organisation");
        assertThat(own.meta().cost()).isZero();
        assertThat(others.meta().credential()).isEqualTo("operator");
        assertThat(others.meta().cost()).isEqualByComparingTo("0.01");
        assertThat(keys()).containsExactly("mine", "house");
        assertThat(brought.learnt).containsExactly("acme ample ok");
    }

    @Test
    void usesItWhereTheOperatorHasNone() {
        brought.bring("acme", "mine", false, false);
        var engine = engine();

        assertThat(credential(ask(engine, "acme"))).isEqualTo("organisation");
        assertThat(((Reply.Refused<?>) ask(engine, "other")).type()).isEqualTo(ProblemType.NO_PROVIDER);
    }

    @Test
    void keepsWhatItBringsFromOthers() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", true, false);
        var engine = engine();

        ask(engine, "acme");
        var again = (Reply.Answered<?>) ask(engine, "acme");
        ask(engine, "other");

        assertThat(again.meta().cached()).isTrue();
        assertThat(again.meta().credential()).isEqualTo("none");
        assertThat(keys()).containsExactly("mine", "house");
    }

    @Test
    void usesItAfterTheOperatorsWhereThatIsRefused() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", false, false);
        refused.add("house");

        assertThat(credential(ask(engine(), "acme"))).isEqualTo("organisation");
        assertThat(keys()).containsExactly("house", "mine");
    }

    @Test
    void fallsBackToTheOperatorsWhereADeadOneMay() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", true, false);
        refused.add("mine");
        var engine = engine();

        assertThat(credential(ask(engine, "acme"))).isEqualTo("operator");
        assertThat(brought.learnt).containsExactly("acme ample dead-key");
        assertThat(keys()).containsExactly("mine", "house");
    }

    @Test
    void failsWhereADeadOneMustNotFallBack() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", true, true);
        refused.add("mine");
        var engine = engine();

        var first = (Reply.Refused<?>) ask(engine, "acme");
        var second = (Reply.Refused<?>) ask(engine, "acme");

        assertThat(first.type()).isEqualTo(ProblemType.CREDENTIALS_EXHAUSTED);
        assertThat(second.type()).isEqualTo(ProblemType.CREDENTIALS_EXHAUSTED);
        assertThat(keys()).containsExactly("mine");
        assertThat(credential(ask(engine, "other"))).isEqualTo("operator");
    }

    @Test
    void remembersThatOneIsDeadWhileOthersAsk() throws IOException {
        operatorHas("house");
        brought.bring("acme", "mine", true, true);
        refused.add("mine");
        var engine = engine();
        ask(engine, "acme");

        ask(engine, "other");
        ask(engine, "acme");

        assertThat(keys()).containsExactly("mine", "house");
    }

    private void operatorHas(String value) throws IOException {
        Files.writeString(secrets.resolve("AMPLE_KEY"), value);
    }

    private Engine engine() {
        var catalogue = Catalogue.load(Papers.OPERATIONS, folder);
        var around = new Surroundings(
                () -> catalogue,
                Transport.by(upstream.egress()),
                Secrets.of(secrets),
                brought,
                Receipts.inMemory(clock),
                CountedQuotas.alone(clock),
                Shelf.NONE,
                clock,
                "live");
        return new Engine(around, Tuning.DEFAULT, Observer.NONE);
    }

    private Reply<Papers.Answer> ask(Engine engine, String organisation) {
        return engine.ask(
                QUERY,
                new Asking(
                        UUID.randomUUID().toString(),
                        organisation,
                        clock.instant().plus(Duration.ofSeconds(20)),
                        Route.ANY));
    }

    private static String credential(Reply<?> reply) {
        return ((Reply.Answered<?>) reply).meta().credential();
    }

    private List<String> keys() {
        return upstream.lines().stream()
                .map(line -> line.replaceAll(".*key=", ""))
                .toList();
    }
}
