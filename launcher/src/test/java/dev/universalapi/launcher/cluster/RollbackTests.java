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
    @TempDir
    Path folder;

    private final Words words = new Words();
    private FakeKubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        kubectl = new FakeKubectl(folder)
                .answers(
                        "get configmap universal-deploy",
                        "2.3.0\ndone\ndeployment/gateway=3\ndeployment/auth-service=0\nstatefulset/discovery=2\n")
                .answers(
                        "deployment\\.kubernetes\\.io",
                        "Deployment/gateway=4\nDeployment/auth-service=1\nStatefulSet/discovery=discovery-7d9\n")
                .answers("controllerrevisions", "discovery-7d9=2\ndiscovery-8c1=3\n")
                .answers("{.status.updatedReplicas}", "Deployment/gateway|5|5|1|1|1|1|NewReplicaSetAvailable\n");
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
                .contains("gateway            serves with 1")
                .contains("the tables");
    }

    @Test
    void readsWhatADeployWroteDownThatDidNotSayWhetherItWasDone() throws IOException {
        kubectl.answers("get configmap universal-deploy", "2.2.0\n\ndeployment/gateway=3\n");

        rollback();

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo deployment/gateway --to-revision=3");
    }

    @Test
    void hasNothingToDoWhereNothingWasChanged() throws IOException {
        kubectl.answers(
                "deployment\\.kubernetes\\.io",
                "Deployment/gateway=3\nDeployment/auth-service=1\nStatefulSet/discovery=discovery-7d9\n");

        var code = rollback();

        assertThat(code).isZero();
        assertThat(words.toString()).contains("The deploy of 2.3.0 changed no deployment that was there before it");
        assertThat(kubectl.calls()).noneMatch(call -> call.contains("undo"));
    }

    @Test
    void goesBackWithStatefulSetsToo() throws IOException {
        kubectl.answers("deployment\\.kubernetes\\.io", "StatefulSet/discovery=discovery-8c1\n")
                .answers("{.status.updatedReplicas}", "StatefulSet/discovery|5|5|1|1|1|1|\n");

        rollback();

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo statefulset/discovery --to-revision=2");
    }

    @Test
    void goesBackWithTheOthersWhereOneDoesNotCome() throws IOException {
        kubectl.answers("deployment\\.kubernetes\\.io", "Deployment/gateway=4\nStatefulSet/discovery=discovery-8c1\n")
                .answers(
                        "{.status.updatedReplicas}",
                        "Deployment/gateway|5|5|1|1|2|1|ProgressDeadlineExceeded\nStatefulSet/discovery|5|5|1|1|1|1|\n");

        assertThatThrownBy(this::rollback).hasMessageStartingWith("gateway does not become ready");

        assertThat(kubectl.calls())
                .contains("--context=here --namespace=suite rollout undo statefulset/discovery --to-revision=2")
                .noneMatch(call -> call.contains("delete configmap"));
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
