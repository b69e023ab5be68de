package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that `k8s/` alone can tell of an installation.
public final class Manifests {
    private Manifests() {}

    /// What Kubernetes would be told.
    public static List<Finding> kubernetes(Path project, List<Overlay> overlays) throws IOException {
        var code = Code.of(project);
        var settings = Settings.of(code);
        var findings = new ArrayList<Finding>();
        findings.add(Strict.look(overlays));
        for (var overlay : overlays) {
            findings.addAll(of(code, settings, overlay));
        }
        return findings;
    }

    static List<Finding> of(Code code, Settings settings, Overlay overlay) throws IOException {
        var findings = new ArrayList<>(
                new Agreement(code, settings, overlay.name(), new Pods(overlay).runs(), true).findings());
        findings.addAll(Arrows.of(code, settings, overlay).findings());
        findings.add(Restricted.look(overlay));
        findings.addAll(new Elastic(code, overlay).findings());
        findings.add(new Departure(code, overlay).finding());
        return findings;
    }
}
