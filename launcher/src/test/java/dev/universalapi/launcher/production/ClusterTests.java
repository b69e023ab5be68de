package dev.universalapi.launcher.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.cluster.FakeKubectl;
import dev.universalapi.launcher.command.Doctor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTests {
    /// What no cluster tells.
    private static final Set<String> PEOPLE = Set.of("fsync", "topics", "backups");

    @TempDir
    Path parent;

    private final Words words = new Words();
    private FakeKubectl kubectl;

    @BeforeEach
    void prepare() throws IOException {
        kubectl = Sound.in(new FakeKubectl(parent));
    }

    @AfterEach
    void forget() {
        System.clearProperty("universal.kubectl");
    }

    private int doctor(String... typed) throws IOException {
        System.setProperty("universal.kubectl", kubectl.program());
        var command = new ArrayList<>(
                List.of("--production", "--context", "here", "--namespace", "suite", "--home", parent.toString()));
        command.addAll(List.of(typed));
        return new Doctor().run(command, words.terminal());
    }

    private String failed(String name) {
        return words.toString()
                .lines()
                .filter(line -> line.startsWith("FAIL  " + name + " "))
                .findFirst()
                .orElse("")
                .replaceFirst("FAIL +\\S+ +", "");
    }

    @Test
    void passesWhatIsSoundAndLeavesToPeopleWhatTheyAloneKnow() throws IOException {
        var code = doctor();

        assertThat(words.toString().lines().filter(line -> line.startsWith("FAIL")))
                .allMatch(line -> PEOPLE.stream().anyMatch(name -> line.startsWith("FAIL  " + name + " ")))
                .hasSize(3);
        assertThat(words.toString()).contains("3 of 21 fail");
        assertThat(code).isOne();
    }

    @Test
    void knowsSearchAndLookupApart() throws IOException {
        var apart = List.of(
                "discovery", "config-server", "search", "lookup", "analytics-service", "auth-service", "gateway");
        kubectl.answers("get deployments", Sound.whole(apart, ""));
        doctor();
        assertThat(words.toString()).contains("3 of 21 fail");

        kubectl.answers(
                "get deployments",
                Sound.whole(
                        apart.stream().filter(part -> !part.equals("search")).toList(), ""));
        doctor();
        assertThat(failed("replicas")).contains("search is not there");
    }

    @Test
    void passesOnceTheyHaveConfirmedIt() throws IOException {
        var code = doctor(
                PEOPLE.stream().flatMap(name -> Stream.of("--confirmed", name)).toArray(String[]::new));

        assertThat(words.toString()).contains("Nothing stands against it.");
        assertThat(code).isZero();
    }

    @Test
    void onlyReads() throws IOException {
        doctor();

        assertThat(kubectl.calls())
                .allMatch(call -> call.startsWith("config get-contexts") || call.contains(" get "))
                .noneMatch(call -> call.matches(".*get secrets? .*(json|yaml)$"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            first-keys | "UNIVERSAL_REDIS_URI" | "UNIVERSAL_AUTH_FIRST_KEYS": "/f", "UNIVERSAL_REDIS_URI" | auth-service makes first keys
            mode | "UNIVERSAL_PROVIDERS_MODE": "live" | "UNIVERSAL_PROVIDERS_MODE": "sandbox" | UNIVERSAL_PROVIDERS_MODE of search-service is not live
            tls | "SERVER_FORWARDHEADERSSTRATEGY": "native", | `` | the gateway speaks plain HTTP
            stores | rediss:// | redis:// | gateway: Redis without rediss://
            stores | verify-full | require | auth-service: PostgreSQL without sslmode=verify-full
            stores | SASL_SSL | SASL_PLAINTEXT | gateway: Kafka by SASL_PLAINTEXT, not SASL_SSL
            stores | db.stores.test | postgres.example.com | auth-service: stores are at example.com
            quotas | rediss:// | redis:// | crosses the network in the clear
            replicas | "minReplicas": 2 | "minReplicas": 1 | one alone of gateway
            replicas | "readyReplicas": 2 | "readyReplicas": 1 | gateway: 1 of 2 are ready
            replicas | "name": "auth-service"}, "spec": {"replicas" | "name": "other"}, "spec": {"replicas" | auth-service is not there
            spread | {"nodeName": "n2"} | {"nodeName": "n1"} | all of gateway on node [n1]
            budgets | "disruptionsAllowed": 1 | "disruptionsAllowed": 0 | gateway: nobody may be evicted
            budgets | "desiredHealthy": 1 | "desiredHealthy": 0 | gateway: all may be evicted at once
            budgets | "kind": "PodDisruptionBudget" | "kind": "Other" | gateway: 0 budgets, one is wanted
            scaling | "ScalingActive", "status": "True", "reason": "ValidMetricFound" | "ScalingActive", "status": "False", "reason": "FailedGetContainerResourceMetric" | gateway sees no figures (FailedGetContainerResourceMetric)
            scaling | "type": "ScalingActive" | "type": "Other" | gateway sees no figures (not looked yet)
            migrations | "type": "Complete" | "type": "Suspended" | auth-migration is not complete
            migrations | "name": "migration", "image": "registry.test/universal-api/auth-service:2.2.0" | "name": "migration", "image": "registry.test/universal-api/auth-service:2.1.0" | auth-migration was of registry.test/universal-api/auth-service:2.1.0
            migrations | "kind": "Job" | "kind": "Other" | no Job is there
            images | gateway:2.2.0 | gateway:latest | gateway/gateway runs registry.test/universal-api/gateway:latest
            images | gateway:2.2.0 | gateway | gateway/gateway runs registry.test/universal-api/gateway:
            resources | "limits": {"cpu": "1", "memory": "1Gi"} | "limits": {"memory": "1Gi"} | gateway/gateway has no limits of cpu
            resources | "requests": {"cpu": "1", "memory": "1Gi"}, | `` | auth-migration/migration has no requests of memory
            jvm | -Dx=y | -XX:MaxRAMPercentage=90 | gateway: JDK_JAVA_OPTIONS has -XX:MaxRAMPercentage=90
            jvm | -Dx=y | -Xlog -XX:-ExitOnOutOfMemoryError | gateway: JDK_JAVA_OPTIONS has -XX:-ExitOnOutOfMemoryError
            jvm | "name": "gateway", "image" | "name": "gateway", "command": ["java"], "image" | gateway has a command
            ports | "type": "ClusterIP", "selector": {"app.kubernetes.io/name": "auth-service"} | "type": "NodePort", "selector": {"app.kubernetes.io/name": "auth-service"} | Service auth-service is reached from outside
            ports | "type": "ClusterIP", "selector": {"app.kubernetes.io/name": "gateway"} | "type": "LoadBalancer", "selector": {"app.kubernetes.io/name": "gateway"} | Service gateway shows the figures at 8090
            ports | "ClusterIP" | "ClusterIP", "externalIPs": ["10.1.1.1"] | Service auth-service is reached from outside
            ports | {"name": "gateway", "port": {"name": "http"}} | {"name": "search-service", "port": {"name": "http"}} | Ingress door leads to search-service
            ports | {"name": "gateway", "port": {"name": "http"}} | {"name": "gateway", "port": {"number": 8090}} | Ingress door leads to gateway
            ports | "containerPort": 8080 | "containerPort": 8080, "hostPort": 80 | gateway listens at its node
            network | "podSelector": {}, "policyTypes": ["Ingress", "Egress"] | "podSelector": {}, "policyTypes": ["Ingress"] | no policy denies what no other allows
            network | "kind": "NetworkPolicy", "metadata": {"name": "gateway"} | "kind": "Other", "metadata": {"name": "gateway"} | no policy is of gateway
            network | [{"from": [{"podSelector": {}}]}] | [{}] | policy auth-service lets everybody in
            """)
    void saysWhatIsWrong(String look, String sound, String spoilt, String said) throws IOException {
        var whole = Sound.whole("").replaceAll("\\s*\\n\\s*", " ");
        assertThat(whole).contains(sound);
        kubectl.answers("get deployments", whole.replace(sound, spoilt));

        var code = doctor();

        assertThat(failed(look)).contains(said);
        assertThat(code).isOne();
    }

    @Test
    void missesSecretsAndSeesThoseThatDeployMade() throws IOException {
        kubectl.answers("get secrets", "secret/internal-tokens\nsecret/universal-identity\n");

        doctor();

        assertThat(failed("secrets"))
                .isEqualTo("not there, and pods need them: accounts; universal-identity is there: deploy made these"
                        + " secrets, and who reads that one has all; bring your own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"keys": [{"kid": "gateway-1"}]} | a key that up or deploy made
            {"keys": [{"kid": "mine", "d": "secret"}]} | has a private key
            """)
    void looksAtThePublicKeys(String keys, String said) throws IOException {
        kubectl.answers("get secret internal-tokens", Sound.base64(keys));

        doctor();

        assertThat(failed("signing")).contains(said);
    }

    @Test
    void seesStoresThatForget() throws IOException {
        kubectl.answers("get deployments", Sound.whole("""
                {"kind": "StatefulSet", "metadata": {"name": "postgres"}, "spec": {"template": {"spec": {
                  "containers": [{"name": "postgres", "image": "postgres:18"}],
                  "volumes": [{"name": "data", "emptyDir": {}}]}}}},
                {"kind": "StatefulSet", "metadata": {"name": "redis"}, "spec": {"volumeClaimTemplates": [{"metadata": {}}],
                  "template": {"spec": {"containers": [{"name": "redis", "image": "redis:7"}]}}}}
                """));

        doctor();

        assertThat(failed("fsync")).startsWith("postgres forget all when their pods go");
    }

    @Test
    void seesZonesThatAreOne() throws IOException {
        kubectl.answers(
                "get nodes", "{\"items\": [{\"metadata\": {\"name\": \"n1\"}}, {\"metadata\": {\"name\": \"n2\"}}]}");

        doctor();

        assertThat(failed("spread")).isEqualTo("all nodes are in one zone: its end is an outage");
    }

    @Test
    void seesPartsThatAreInOneZone() throws IOException {
        kubectl.answers("get nodes", """
                {"items": [{"metadata": {"name": "n1", "labels": {"topology.kubernetes.io/zone": "a"}}},
                           {"metadata": {"name": "n2", "labels": {"topology.kubernetes.io/zone": "a"}}},
                           {"metadata": {"name": "n3", "labels": {"topology.kubernetes.io/zone": "b"}}}]}
                """);

        doctor();

        assertThat(failed("spread")).contains("all of gateway in zone [a]");
    }

    @Test
    void saysWhatItMayNotRead() throws IOException {
        kubectl.answers("get nodes", "Error: nodes is forbidden\n", 1)
                .answers("get namespace suite", "Error: namespaces is forbidden\n", 1)
                .answers("get secret internal-tokens", "Error: secrets is forbidden\n", 1);

        doctor();

        assertThat(failed("spread")).startsWith("nodes cannot be read (Error: nodes is forbidden)");
        assertThat(failed("restricted")).startsWith("the namespace cannot be read (Error: namespaces is forbidden)");
        assertThat(failed("signing")).isEqualTo("internal-tokens cannot be read: Error: secrets is forbidden");
    }

    @Test
    void seesANamespaceThatTakesAnyPod() throws IOException {
        kubectl.answers("get namespace suite", "{\"metadata\": {\"name\": \"suite\"}}");

        doctor();

        assertThat(failed("restricted")).startsWith("the namespace enforces nothing");
    }

    @Test
    void praisesNoNamespaceInWhichNothingIs() throws IOException {
        kubectl.answers("get deployments", "{\"items\": []}");

        assertThatThrownBy(this::doctor)
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("Nothing of the suite is in namespace suite of context here");
    }

    @Test
    void takesNoConfirmationOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> doctor("--confirmed", "address"))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("--confirmed takes one of [secrets, signing, first-keys, mode, tls, stores, ");
    }

    @Test
    void aContextGoesWithProduction() {
        assertThatThrownBy(() -> new Doctor().run(List.of("--context", "here"), words.terminal()))
                .hasMessage("--confirmed, --context and --namespace go with --production");
    }

    @Test
    void knowsEveryPart() {
        assertThat(FakeProject.PARTS)
                .filteredOn(part -> !part.equals("sandbox"))
                .hasSameElementsAs(Sound.PARTS);
    }
}
