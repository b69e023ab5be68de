package dev.universalapi.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployTests {
    private static final String READY = "Deployment/gateway|2|2|1|1|1|1|NewReplicaSetAvailable\n";
    private static final String DONE = READY + "Deployment/auth-service|2|2|1|1|1|1|NewReplicaSetAvailable\n";
    private static final String STATE = "{.status.updatedReplicas}";
    private static final String BEFORE = "deployment\\.kubernetes\\.io";
    private static final String PULLS = "{.state.waiting.message}";
    private static final String KEPT = "get configmap universal-deploy";

    @TempDir
    Path folder;

    private final Words words = new Words();
    private FakeKubectl kubectl;
    private HttpServer gateway;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("k8s/overlays/local"));
        Files.writeString(
                folder.resolve("pom.xml"), "<artifactId>universal-api</artifactId>\n<version>2.2.0</version>");
        System.setProperty("universal.project", folder.toString());
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestURI());
            var body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        gateway.start();
        kubectl = new FakeKubectl(folder)
                .answers("kustomize", Overlay.whole())
                .answers("apply", "configmap/one created\nconfigmap/two created\nservice/three unchanged\n")
                .answers("get secrets", "accounts\n")
                .answers("get job", "Complete 1 ")
                .answers("get pods -l", "{\"items\": []}")
                .answers(STATE, DONE)
                .answers(BEFORE, """
                        Deployment/gateway=3=
                        Deployment/auth-service==
                        ReplicaSet/gateway-2=2=gateway
                        ReplicaSet/gateway-3=3=gateway
                        ReplicaSet/other-3=3=other
                        """)
                .answers("get secret universal-identity --ignore-not-found", "")
                .forwards(gateway.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        System.clearProperty("universal.project");
    }

    private int deploy(String... typed) throws IOException {
        var command = new ArrayList<>(List.of("--context", "here"));
        command.addAll(List.of(typed));
        return new Deploy(kubectl.program(), Duration.ofMillis(1), Duration.ofSeconds(20))
                .run(command, words.terminal());
    }

    @Test
    void bringsOnePartAfterTheOtherWhereTheyServeAlready() throws IOException {
        deploy();

        var services = kubectl.fed().subList(7, kubectl.fed().size() - 1);
        assertThat(kinds(services))
                .containsExactly(List.of("Deployment"), List.of("Deployment", "HorizontalPodAutoscaler"));
        assertThat(services.getFirst()).contains("name: auth-service");
        assertThat(services.getLast()).contains("name: gateway");
        assertThat(words.toString())
                .contains("auth-service: 2 created, 1 unchanged")
                .contains("gateway: 2 created")
                .contains(" s; ./universal rollback --context here goes back to what served before.");
    }

    @Test
    void touchesNoPartAfterOneThatDoesNotComeWhereTheyServeAlready() throws IOException {
        kubectl.answers(STATE, READY + "Deployment/auth-service|2|2|1|1|2|1|ProgressDeadlineExceeded\n");

        assertThatThrownBy(this::deploy).hasMessageStartingWith("auth-service does not become ready");

        assertThat(kubectl.fed()).noneMatch(text -> text.contains("image: universal-api/gateway"));
    }

    @Test
    void namesNoWayBackWhereNothingServedBefore() throws IOException {
        kubectl.answers(BEFORE, "");

        deploy();
        assertThat(words.toString()).containsPattern("Deployed in \\d+ s, where nothing served before\\.");

        kubectl.answers(STATE, READY + "Deployment/auth-service|2|2|1|1|2|1|ProgressDeadlineExceeded\n");
        assertThatThrownBy(this::deploy)
                .hasMessageEndingWith("Nothing served before; the same command goes on once that is mended.");
        assertThat(words.toString()).doesNotContain("rollback");
    }

    @Test
    void bringsSecretsThenStoresThenTablesThenServices() throws IOException {
        kubectl.answers(BEFORE, "");

        var code = deploy("--images", "registry.example.org/team/");

        assertThat(code).isZero();
        assertThat(kinds(kubectl.fed()))
                .containsExactly(
                        List.of("Namespace"),
                        List.of("Secret"), // the vault
                        List.of("Secret"), // PostgreSQL has it too
                        List.of("Secret"), // the gateway's
                        List.of("ConfigMap", "StatefulSet"),
                        List.of("Job"),
                        List.of("ConfigMap"), // what served before
                        List.of("Deployment", "Deployment", "HorizontalPodAutoscaler"),
                        List.of("ConfigMap")); // that it is done
        assertThat(kubectl.fed().get(7))
                .contains("image: registry.example.org/team/universal-api/gateway:2.2.0\n")
                .contains("image: registry.example.org/team/universal-api/auth-service:2.2.0\n");
        assertThat(kubectl.fed().get(4)).contains("image: postgres:17\n");
        assertThat(kubectl.fed().get(6))
                .contains("version: \"2.2.0\"")
                .contains("state: begun")
                .contains("    deployment/gateway=\n");
        assertThat(kubectl.calls())
                .contains(
                        "--context=here --namespace=suite rollout status statefulset/postgres --timeout=600s",
                        "--context=here --namespace=suite delete job migrate-auth --ignore-not-found --wait=true");
        assertThat(words.toString())
                .contains("2.2.0 to context here, namespace suite: 2 services, 1 stores, 1 migrations")
                .contains("Settings, accounts and stores: 2 created, 1 unchanged")
                .contains("migrate-auth is done")
                .contains("gateway            serves with 1");
    }

    @Test
    void writesDownWhatServedBeforeAndThatItIsDone() throws IOException {
        kubectl.answers(KEPT, "2.1.0\ndone\ndeployment/gateway=gateway-1\ndeployment/auth-service=auth-service-1\n");

        deploy();

        assertThat(kubectl.fed().get(6)).contains("state: begun").contains("    deployment/gateway=gateway-3\n");
        assertThat(kubectl.fed().getLast()).contains("state: done").contains("    deployment/gateway=gateway-3\n");
    }

    @Test
    void keepsWhatServedBeforeTheTryThatStoppedMidway() throws IOException {
        kubectl.answers(KEPT, "2.2.0\nbegun\ndeployment/gateway=gateway-2\ndeployment/auth-service=auth-service-1\n");

        deploy();

        assertThat(kubectl.fed().getLast())
                .contains("state: done")
                .contains("    deployment/gateway=gateway-2\n")
                .contains("    deployment/auth-service=auth-service-1\n");
    }

    @Test
    void forgetsATryOfAnotherVersion() throws IOException {
        kubectl.answers(KEPT, "2.1.9\nbegun\ndeployment/gateway=gateway-2\ndeployment/auth-service=auth-service-1\n");

        deploy();

        assertThat(kubectl.fed().getLast()).contains("    deployment/gateway=gateway-3\n");
    }

    private static List<List<String>> kinds(List<String> fed) {
        return fed.stream()
                .map(text -> Pattern.compile("(?m)^kind: (\\S+)$")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .toList();
    }

    @Test
    void asksWithAKeyThatNobodyIsTold() throws IOException {
        kubectl.answers("get secret universal-identity --ignore-not-found -o name", "secret/universal-identity\n");
        kubectl.answers(
                "get secret universal-identity -o go-template",
                "bootstrap-key "
                        + Base64.getEncoder().encodeToString("uapi_live_secret\n".getBytes(StandardCharsets.UTF_8))
                        + "\n");

        deploy();

        assertThat(asked).containsExactly("Bearer uapi_live_secret " + Door.QUESTION);
        assertThat(words.toString())
                .contains("Asked through the gateway's Service for the weather: answered.")
                .doesNotContain("uapi_live")
                .contains("{.data.bootstrap-key}");
        assertThat(kubectl.calls()).noneMatch(call -> call.contains("uapi_live"));
    }

    @Test
    void givesEachSecretWhatIsItsOwnOnly() throws IOException {
        deploy();

        var vault = kubectl.fed().get(1);
        var own = kubectl.fed().get(3);
        assertThat(vault)
                .contains("name: universal-identity", "  master-keys: ", "  bootstrap-key: ", "  auth_owner: ");
        assertThat(own).contains("name: gateway-identity", "  gateway.jwk.json: ", "  keys: ");
        assertThat(own).doesNotContain("master-keys").doesNotContain("bootstrap-key");
        assertThat(kubectl.calls())
                .allMatch(call -> own.lines()
                        .filter(line -> line.contains(": "))
                        .map(line -> line.substring(line.indexOf(": ") + 2))
                        .filter(value -> value.length() > 20)
                        .noneMatch(call::contains));
    }

    @Test
    void refusesAContextThatKubectlDoesNotKnow() {
        assertThatThrownBy(() -> deploy("--context", "nowhere"))
                .isInstanceOf(LauncherException.class)
                .hasMessage("kubectl knows no context nowhere; it knows: here, there");
    }

    @Test
    void refusesAClusterThatDoesNotAnswer() throws IOException {
        kubectl.answers("get --raw /readyz", "dial tcp: connection refused\n", 1);

        assertThatThrownBy(this::deploy)
                .hasMessage("The cluster of context here does not answer: dial tcp: connection refused");
    }

    @Test
    void wantsToBeToldTheCluster() {
        assertThatThrownBy(() -> new Deploy().run(List.of(), words.terminal()))
                .hasMessageStartingWith("Say which cluster with --context");
    }

    @Test
    void saysThatKubectlIsNeeded() {
        var deploy = new Deploy(folder.resolve("none").toString(), Duration.ofMillis(1), Duration.ofSeconds(1));

        assertThatThrownBy(() -> deploy.run(List.of("--context", "here"), words.terminal()))
                .hasMessageStartingWith("kubectl is needed and cannot be run");
    }

    @Test
    void refusesAnOverlayThatIsNotThere() {
        assertThatThrownBy(() -> deploy("--overlay", "../../etc")).hasMessageStartingWith("There is no overlay");
    }

    @Test
    void touchesNoDeploymentWhenAMigrationFails() throws IOException {
        kubectl.answers("get job", "Failed  4").answers("logs job/migrate-auth", "ERROR: column exists\n");

        assertThatThrownBy(this::deploy)
                .hasMessage("migrate-auth failed; the end of its log is above. No deployment was touched: what served"
                        + " before serves still.");

        assertThat(words.toString()).contains("ERROR: column exists");
        assertThat(kubectl.fed()).noneMatch(text -> text.contains("kind: Deployment\nmetadata"));
    }

    @Test
    void saysWhichImageAMigrationWaitsFor() throws IOException {
        kubectl.answers("get job", "Failed  4")
                .answers("logs job/migrate-auth", "Error from server (BadRequest): waiting to start\n", 1)
                .answers("get pods -l job-name=migrate-auth", """
                        {"items": [{"status": {"containerStatuses": [{"image": "registry/universal-api/auth-service:9",
                          "state": {"waiting": {"reason": "ErrImagePull", "message": "\\"9\\": not found"}}}]}}]}
                        """);

        assertThatThrownBy(this::deploy)
                .hasMessage(
                        "migrate-auth failed; its image registry/universal-api/auth-service:9 waits with ErrImagePull:"
                                + " \"9\": not found. No deployment was touched: what served before serves still.");
    }

    @Test
    void saysThatAMigrationHasNoNode() throws IOException {
        kubectl.answers("get job", "  ").answers("get pods -l job-name=migrate-auth", """
                {"items": [{"status": {"conditions": [{"type": "PodScheduled", "status": "False",
                  "message": "0/3 nodes are available"}]}}]}
                """);

        assertThatThrownBy(() -> deploy("--limit", "0"))
                .hasMessageStartingWith(
                        "migrate-auth is not done after 0 s; its pod has no node: 0/3 nodes are available.");
    }

    @Test
    void doesNotPointToALogThatIsNotThere() throws IOException {
        kubectl.answers("get job", "Failed  4").answers("get pods -l job-name=migrate-auth", "{\"items\": []}");

        assertThatThrownBy(this::deploy).hasMessageStartingWith("migrate-auth failed; it wrote no log.");
    }

    @Test
    void saysWhichSignalEndedKubectl() throws IOException {
        kubectl.isEndedAt("rollout status");

        assertThatThrownBy(this::deploy).hasMessage("kubectl rollout: it was ended by signal 9");
    }

    @Test
    void saysWhichSignalEndedTheForwarding() throws IOException {
        kubectl.answers("get secret universal-identity --ignore-not-found -o name", "secret/universal-identity\n")
                .isEndedAt("port-forward");

        assertThatThrownBy(this::deploy)
                .hasMessage("The gateway's Service cannot be reached: it was ended by signal 9");
    }

    @Test
    void tellsOfADeploymentThatDoesNotBecomeReady() throws IOException {
        kubectl.answers(STATE, READY + "Deployment/auth-service|2|2|1|1|2|1|ProgressDeadlineExceeded\n")
                .answers(
                        "get pods -o",
                        "auth-service-7d9-x2 Running true \nauth-service-8f6-k1 Running false CrashLoopBackOff\n")
                .answers("logs auth-service-8f6-k1", "no such host: redis\n");

        assertThatThrownBy(this::deploy)
                .hasMessageStartingWith("auth-service does not become ready (1 of 1 new, 1 old, 1 available)")
                .hasMessageContaining("./universal rollback --context here");

        assertThat(words.toString())
                .contains("CrashLoopBackOff", "no such host: redis")
                .doesNotContain("7d9-x2");
    }

    @Test
    void waitsInVainForNoImageOfAMigration() throws IOException {
        kubectl.answers("get job", "  ")
                .answers(PULLS, "universal-api/auth-service:2.2.0|ErrImagePull|not found\n")
                .answers("get pods -l job-name=migrate-auth", """
                        {"items": [{"status": {"containerStatuses": [{"image": "universal-api/auth-service:2.2.0",
                          "state": {"waiting": {"reason": "ErrImagePull", "message": "not found"}}}]}}]}
                        """);

        assertThatThrownBy(this::deploy)
                .hasMessageStartingWith("migrate-auth does not begin; its image universal-api/auth-service:2.2.0 waits"
                        + " with ErrImagePull: not found. No deployment was touched");

        assertThat(words.toString()).contains("  migrate-auth runs\n");
        assertThat(looks()).as("a registry may be away for a moment").isEqualTo(30);
    }

    @Test
    void waitsInVainForNoImageOfAService() throws IOException {
        kubectl.answers(STATE, READY + "Deployment/auth-service|2|2|1|1|2|1|ReplicaSetUpdated\n")
                .answers(PULLS, """
                        universal-api/auth-service:2.1.0|ImagePullBackOff|of the version before
                        universal-api/gateway:2.2.0|CrashLoopBackOff|no image's fault
                        universal-api/auth-service:2.2.0||
                        universal-api/auth-service:2.2.0|ImagePullBackOff|Back-off pulling image
                        """);

        assertThatThrownBy(this::deploy)
                .hasMessage("universal-api/auth-service:2.2.0 waits with ImagePullBackOff: Back-off pulling image. Pods"
                        + " of the version before serve still; ./universal rollback --context here goes back to them.");

        assertThat(looks()).isEqualTo(30);
    }

    private long looks() throws IOException {
        return kubectl.calls().stream().filter(call -> call.contains(PULLS)).count();
    }

    @Test
    void inventsNoSecretWhereStoresAreOutside() throws IOException {
        kubectl.answers("kustomize", Overlay.SERVICES);

        assertThatThrownBy(this::deploy)
                .hasMessageStartingWith("Nothing was touched: namespace suite lacks the Secrets gateway-identity,");

        assertThat(kubectl.fed()).isEmpty();
    }

    @Test
    void saysWhenTheGatewaysServiceCannotBeReached() throws IOException {
        kubectl.answers("get secret universal-identity --ignore-not-found -o name", "secret/universal-identity\n")
                .answers("port-forward", "service gateway has no pods\n", 1);

        assertThatThrownBy(this::deploy)
                .hasMessage("The gateway's Service cannot be reached: service gateway has no pods");
    }
}
