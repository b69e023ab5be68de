package dev.universalapi.bench.kubernetes;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.cluster.Deploy;
import dev.universalapi.launcher.cluster.Rollback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// From the version before to this one, a migration that fails, and back.
///
/// @param options of every deploy
/// @param before the version that serves now
/// @param wanted the version to go to
record Upgrading(Play play, List<String> options, String before, String wanted) {
    private static final String REVISIONS =
            "jsonpath={range .items[*]}{.metadata.name}" + " {.metadata.generation}{\"\\n\"}{end}";
    private static final String IMAGES =
            "jsonpath={range .items[*]}{.spec.template.spec.containers[0].image}{\"\\n\"}{end}";

    void thereAndBack() throws Exception {
        play.report()
                .section("Upgrade from %s to %s with data, a broken migration, and back".formatted(before, wanted));
        play.under("a migration that fails", this::broken);
        play.under("the upgrade", () -> deploy(wanted));
        play.report().check("all services are of the new version", serves(wanted), images());
        play.under(
                "the rollback",
                () -> new Rollback()
                        .run(
                                List.of(
                                        "--context",
                                        play.cluster().context(),
                                        "--namespace",
                                        play.cluster().namespace()),
                                Terminal.silent()));
        play.report().check("all services are of the version before", serves(before), images());
        play.report().section("Under load: rollout of all services again");
        play.under("the upgrade after the rollback", () -> deploy(wanted));
        play.calm();
    }

    private void deploy(String version) {
        var typed = new ArrayList<>(options);
        typed.addAll(List.of("--version", version));
        new Deploy().run(typed, Terminal.silent());
    }

    /// A file that was applied and changed afterwards: no migration goes on from there.
    private void broken() throws Exception {
        var revisions = revisions();
        try (var tables = Ledger.open(play.cluster(), "auth_owner")) {
            tables.change("update schema_history set checksum = checksum + 1 where version = '1'");
            try {
                deploy(wanted);
                play.report().check("a deploy whose migration fails is refused", false, "it went through");
            } catch (LauncherException e) {
                play.report()
                        .check(
                                "a deploy whose migration fails is refused, and says so",
                                String.valueOf(e.getMessage()).contains("No deployment was touched"),
                                e.toString());
            } finally {
                tables.change("update schema_history set checksum = checksum - 1 where version = '1'");
            }
        }
        var now = revisions();
        play.report().check("no deployment was touched by it", now.equals(revisions), revisions + " → " + now);
    }

    private Map<String, String> revisions() throws Exception {
        var revisions = new TreeMap<String, String>();
        for (var line : play.cluster()
                .ask("get", "deployments,statefulsets", "-o", REVISIONS)
                .lines()
                .toList()) {
            revisions.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return revisions;
    }

    private boolean serves(String version) throws Exception {
        return images().lines()
                .filter(image -> image.contains("universal-api/"))
                .allMatch(image -> image.endsWith(":" + version));
    }

    private String images() throws Exception {
        return play.cluster().ask("get", "deployments,statefulsets", "-o", IMAGES);
    }
}
