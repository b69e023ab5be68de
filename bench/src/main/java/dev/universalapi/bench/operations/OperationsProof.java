package dev.universalapi.bench.operations;

import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.Kustomize;
import dev.universalapi.bench.manifests.Manifests;
import dev.universalapi.bench.manifests.Overlay;
import dev.universalapi.bench.manifests.compose.ComposeFile;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The proof `operations`: needs neither a cluster nor an engine of containers, and says aloud what it could not look
/// at.
public final class OperationsProof implements Trial {
    private static final int PATIENCE_SECONDS = 30;

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        report.section("Kubernetes");
        if (Kustomize.isThere()) {
            var overlays = Overlay.all(scale.project());
            Manifests.kubernetes(scale.project(), overlays).forEach(finding -> tell(report, finding));
            report.section("What stands around it");
            tell(report, Watched.look(scale.project(), overlays));
            tell(report, Watched.rules(scale.project(), overlays));
            tell(report, Explained.look(scale.project(), overlays));
            for (var overlay : overlays) {
                var needs = Needs.of(overlay);
                report.figure(overlay.name() + ", asked for at least, cores", needs.cores());
                report.figure(overlay.name() + ", asked for at least, MiB", needs.mebibytes());
                report.figure(overlay.name() + ", connections to PostgreSQL at most", needs.connections());
                tell(report, needs.look(scale.project()));
            }
        } else {
            report.figure("NOT LOOKED AT: k8s/", Kustomize.HOW);
        }
        report.section("Compose");
        compose(report, scale.project());
    }

    private static void tell(Report report, Finding finding) {
        report.checkAll(finding.promise(), finding.tried(), finding.broken());
    }

    private static void compose(Report report, Path project) throws IOException, InterruptedException {
        var findings = ComposeFile.findings(project);
        if (findings.isEmpty()) {
            report.figure("NOT LOOKED AT: docker-compose.yml", "is not there");
            return;
        }
        findings.get().forEach(finding -> tell(report, finding));
        var said = Files.createTempFile("compose", ".txt");
        try {
            var process = new ProcessBuilder(List.of("docker", "compose", "config", "--quiet"))
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var text = Files.readString(said).strip();
            if (process.waitFor() != 0 && text.matches("(?s).*(unknown (shorthand )?flag|is not a docker command).*")) {
                report.figure("NOT ASKED: docker compose", "this docker has no compose");
            } else {
                report.check("compose itself takes the file", process.exitValue() == 0, text);
            }
        } catch (IOException _) {
            report.figure("NOT ASKED: docker compose", "there is no docker here; the file was read by its form alone");
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
