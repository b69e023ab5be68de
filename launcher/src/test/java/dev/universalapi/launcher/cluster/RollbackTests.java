package dev.universalapi.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTests {
    private static final String ROWS = "deployments,statefulsets,replicasets,controllerrevisions";
    private static final String SERVE = """
            Deployment/gateway|5|5|1|1|1|1|NewReplicaSetAvailable
            StatefulSet/discovery|5|5|1|1|1|1|
            """;

    @TempDir
    Path folder;

    private final Words words = new Words();
    private FakeKubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        kubectl = new FakeKubectl(folder)
                .answers(
                        "get configmap universal-deploy",
                        "2.3.0\ndone\ndeployment/gateway=gateway-b\ndeployment/auth-service=\nstatefulset/discovery=discovery-7d9\n")
                .answers("{.status.updatedReplicas}", SERVE);
        serve(4, "discovery-7d9");
    }

    /// @param gateway the number of the revision that serves; 3 is what served before
    private void serve(int gateway, String discovery) throws IOException {
        kubectl.answers(ROWS, """
                Deployment/gateway=%d=
                Deployment/auth-service=1=
                StatefulSet/discovery=%s=
                ReplicaSet/auth-service-a=1=auth-service
                ReplicaSet/gateway-a=1=gateway
                ReplicaSet/gateway-b=3=gateway
                ReplicaSet/gateway-c=4=gateway
                ControllerRevision/discovery-7d9=2=discovery
                ControllerRevision/discovery-8c1=3=discovery
                """.formatted(gateway, discovery));
    }

    private int rollback() throws IOException {
        return new Rollback(kubectl.program(), Duration.ofMillis(1))
                .run(List.of("--context", "here", "--namespace", "suite"), words.terminal());
    }

    @Test
    void goesBackToTheRevisionBeforeOfWhatWasChanged() throws IOException {
        var code = rollback();

        assertThat(code).isZero();
        assertThat(kubectl.calls().stream().filter(call -> call.contains("undo")))
                .containsExactly("--context=here --namespace=suite rollout undo deployment/gateway --to-revision=3");
        assertThat(kubectl.calls().getLast()).endsWith("delete configmap universal-deploy --ignore-not-found");
        assertThat(words.toString())
                .contains("Back from 2.3.0: deployment/gateway")
                .containsOnlyOnce("gateway            serves with 1")
                .contains("the tables");
    }

    @Test
    void readsWhatADeployWroteDownThatDidNotSayWhetherItWasDone() throws IOException {
        kubectl.answers("get configmap universal-deploy", "2.2.0\n\ndeployment/gateway=gateway-b\n");

        rollback();

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo deployment/gateway --to-revision=3");
    }

    @Test
    void hasNothingToDoWhereNothingWasChanged() throws IOException {
        serve(3, "discovery-7d9");

        var code = rollback();

        assertThat(code).isZero();
        assertThat(words.toString()).contains("The deploy of 2.3.0 changed no deployment that was there before it");
        assertThat(kubectl.calls()).noneMatch(call -> call.contains("undo"));
    }

    @Test
    void goesBackWithStatefulSetsToo() throws IOException {
        serve(3, "discovery-8c1");

        rollback();

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo statefulset/discovery --to-revision=2");
    }

    @Test
    void goesBackWithTheOthersWhereOneDoesNotCome() throws IOException {
        serve(4, "discovery-8c1");
        kubectl.answers(
                "{.status.updatedReplicas}", SERVE.replaceFirst("1\\|1\\|New.*", "2|1|ProgressDeadlineExceeded"));

        assertThatThrownBy(this::rollback).hasMessageStartingWith("gateway does not become ready");

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo statefulset/discovery --to-revision=2")
                .noneMatch(call -> call.contains("delete configmap"));
    }

    @Test
    void endsARollbackThatStoppedMidway() throws IOException {
        serve(4, "discovery-8c1");
        kubectl.answers(
                "{.status.updatedReplicas}", SERVE.replaceFirst("1\\|1\\|New.*", "2|1|ProgressDeadlineExceeded"));
        assertThatThrownBy(this::rollback)
                .hasMessageEndingWith("Pods of 2.3.0 serve still; the same command tries it again.");

        // what was gone back to has the number after the last one now
        kubectl.answers(ROWS, """
                Deployment/gateway=5=
                StatefulSet/discovery=discovery-7d9=
                ReplicaSet/gateway-b=5=gateway
                ReplicaSet/gateway-c=4=gateway
                ControllerRevision/discovery-7d9=4=discovery
                """);
        assertThatThrownBy(this::rollback).hasMessageStartingWith("gateway does not become ready");

        kubectl.answers("{.status.updatedReplicas}", SERVE);
        assertThat(rollback()).isZero();
        assertThat(kubectl.calls().stream().filter(call -> call.contains("undo")))
                .hasSize(2);
        assertThat(kubectl.calls().getLast()).contains("delete configmap universal-deploy");
    }

    @Test
    void saysWhichRevisionIsForgotten() throws IOException {
        kubectl.answers("get configmap universal-deploy", "2.3.0\ndone\ndeployment/gateway=gateway-x\n");

        assertThatThrownBy(this::rollback)
                .hasMessage(
                        "The cluster has forgotten gateway-x, which served before; deploy the checkout of that version");
    }

    @Test
    void saysWhenNothingWasDeployed() throws IOException {
        kubectl.answers("get configmap universal-deploy", "");

        assertThatThrownBy(this::rollback)
                .hasMessage("Nothing was deployed in namespace suite that could be rolled back");
    }

    @Test
    void passesOnWhatKubectlComplainsAbout() throws IOException {
        kubectl.answers("rollout undo", "error: unable to find specified revision 3 in history\n", 1);

        assertThatThrownBy(this::rollback)
                .hasMessage("kubectl rollout: error: unable to find specified revision 3 in history");
    }
}
