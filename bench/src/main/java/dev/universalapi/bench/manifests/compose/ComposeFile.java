package dev.universalapi.bench.manifests.compose;

import dev.universalapi.bench.manifests.Agreement;
import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that `docker-compose.yml` alone can tell of an installation.
public final class ComposeFile {
    private ComposeFile() {}

    /// Empty where there is no such file.
    public static Optional<List<Finding>> findings(Path project) throws IOException {
        var file = Compose.of(project);
        return file.isEmpty() ? Optional.empty() : Optional.of(of(Code.of(project), file.get()));
    }

    static List<Finding> of(Code code, Compose file) throws IOException {
        var settings = Settings.of(code);
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("compose: every word is one of compose's, every name is there", 1, file.faults()));
        findings.addAll(new Agreement(code, settings, "compose", file.runs(), false).findings());
        findings.add(new Networks(code, settings, file).finding());
        return findings;
    }
}
