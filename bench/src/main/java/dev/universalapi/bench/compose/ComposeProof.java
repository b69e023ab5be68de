package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.image.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The proof `compose`: docker-compose.yml from images built here, used, made to suffer, and gone without a trace.
/// Where
/// no engine is found it says so and holds nobody up.
public final class ComposeProof implements Trial {
    private static final Pattern KEY = Pattern.compile("(owner|developer) +(uapi_live_\\w+)");

    @Override
    public String name() {
        return "compose";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        var found = Engine.find(scale.project());
        if (found.engine().isEmpty()) {
            report.section("SKIPPED, ALL OF IT: " + found.why());
            report.figure("nothing of docker-compose.yml", "was tried");
            return;
        }
        var engine = found.engine().get();
        report.section("Docker " + engine.version() + ", Compose " + engine.composeVersion());
        try (var folder = Folder.make(scale.project(), "compose ")) {
            var workshop = new Workshop(engine, scale, report, folder.path());
            var version = workshop.ours();
            var without = workshop.theirs();
            var secrets = folder.path().resolve("secrets");
            var keys = keys(secrets);
            var composition = Composition.of(engine, version, secrets, without);
            try {
                play(composition, keys, report);
            } finally {
                composition.down("two-gateways");
            }
        }
    }

    private static void play(Composition composition, Map<String, String> keys, Report report) throws Exception {
        report.section("docker compose up --wait, in the sandbox");
        composition.down("two-gateways"); // what an earlier one left
        var begun = System.nanoTime();
        var up = composition.up();
        report.figure("all well after, s", (System.nanoTime() - begun) / 1e9);
        report.check("up --wait ends well", up.isGood(), up.text() + logs(composition));
        if (!up.isGood()) {
            return;
        }
        try (var owner = caller(composition, "PORT", keys.get("owner"));
                var developer = caller(composition, "PORT", keys.get("developer"))) {
            new Life(composition, owner, developer, report).play();
        }
        new Walls(composition, report).look();
        new Watching(composition, report).look();
        try (var door = caller(composition, "DOOR_PORT", keys.get("developer"))) {
            new TwoGateways(composition, door, report).play();
        }
        report.section("docker compose down");
        var down = composition.down("two-gateways");
        var remains = composition.remains();
        report.check("down ends well", down.isGood(), down.text());
        report.check("nothing is left", remains.isEmpty(), remains.toString());
    }

    private static String logs(Composition composition) throws InterruptedException {
        return "\n" + composition.say(List.of("ps", "--all")).text()
                + composition.say(List.of("logs", "--tail", "12")).text();
    }

    private static Caller caller(Composition composition, String port, String key) {
        return new Caller(composition.at(port), Map.of("Authorization", "Bearer " + key));
    }

    /// Made, and read where `./universal secrets` prints them this once.
    private static Map<String, String> keys(Path secrets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        new Secrets().run(List.of("--to", secrets.toString()), terminal);
        var told = KEY.matcher(bytes.toString(StandardCharsets.UTF_8))
                .results()
                .collect(java.util.stream.Collectors.toMap(one -> one.group(1), one -> one.group(2)));
        if (told.size() != 2) {
            throw new IOException("./universal secrets told no keys");
        }
        return told;
    }
}
