package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Brings this version to a cluster, in the order in which nobody who serves notices: secrets, stores, tables,
/// services. Where the suite serves already its parts come one after the other: nodes bear one that starts beside one
/// that goes, and a part that does not come stops it before the others are touched.
public final class Deploy implements Command {
    private static final Set<String> VALUED = Set.of("--context", "--overlay", "--images", "--version", "--limit");
    private static final String OVERLAY = "local";
    private static final int LIMIT_SECONDS = 600;
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final String program;
    private final Duration step;
    private final Duration answer;

    public Deploy() {
        this(Kubectl.found(), STEP, ANSWER);
    }

    /// @param step between looks at the cluster
    /// @param answer how long may pass until the gateway knows the services
    Deploy(String program, Duration step, Duration answer) {
        this.program = program;
        this.step = step;
        this.answer = answer;
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), VALUED);
        var kubectl = Kubectl.to(program, context(arguments));
        var overlay = arguments.value("--overlay").orElse(OVERLAY);
        var release = new Release(
                arguments.value("--images"),
                arguments.value("--version").orElseGet(() -> Release.version(Command.project())));
        var manifests = Manifests.of(kubectl, Command.project(), overlay, release);
        var limit = Duration.ofSeconds(arguments.number("--limit").orElse(LIMIT_SECONDS));
        deploy(kubectl.in(manifests.namespace()), manifests, release, limit, terminal);
        return 0;
    }

    /// The context that was typed; there is no other, so that nobody deploys where kubectl happens to look.
    public static String context(Arguments arguments) {
        return arguments
                .value("--context")
                .orElseThrow(() -> new LauncherException(
                        "Say which cluster with --context; kubectl config get-contexts lists them"));
    }

    private void deploy(Kubectl kubectl, Manifests manifests, Release release, Duration limit, Terminal terminal) {
        var begun = Instant.now();
        var secrets = new Secrets(kubectl, terminal);
        var missing = secrets.missing(manifests.secrets());
        Secrets.refuse(manifests, missing);
        terminal.say("%s to context %s, namespace %s: %d services, %d stores, %d migrations"
                .formatted(
                        release.version(),
                        kubectl.context(),
                        manifests.namespace(),
                        manifests.services().size(),
                        manifests.stores().size(),
                        manifests.migrations().size()));
        apply(kubectl.in(""), manifests.namespaces());
        secrets.make(missing);
        terminal.say("Settings, accounts and stores: " + apply(kubectl, manifests.ground()));
        for (var store : manifests.stores()) {
            kubectl.ask("rollout", "status", store.reference(), "--timeout=" + limit.toSeconds() + "s");
            terminal.say("  " + store.name() + " serves");
        }
        terminal.say("Tables:");
        new Migrations(kubectl, terminal, limit, step).run(manifests.migrations());
        var before = Revisions.keep(kubectl, release.version(), manifests.services());
        var rollouts = new Rollouts(kubectl, terminal, limit, step, manifests.images(), meanwhile(kubectl, before));
        for (var some : before.isEmpty() ? List.of(all(manifests.parts())) : manifests.parts()) {
            terminal.say((before.isEmpty() ? "Services" : some.getFirst().name()) + ": " + apply(kubectl, some));
            rollouts.await(some.stream()
                    .filter(Resource::isService)
                    .map(Resource::reference)
                    .toList());
        }
        question(kubectl, terminal);
        before.done(kubectl);
        terminal.say("Deployed in %d s"
                        .formatted(Duration.between(begun, Instant.now()).toSeconds())
                + (before.isEmpty()
                        ? ", where nothing served before."
                        : "; %s goes back to what served before.".formatted(back(kubectl))));
    }

    private static String meanwhile(Kubectl kubectl, Revisions before) {
        return before.isEmpty()
                ? "Nothing served before; the same command goes on once that is mended."
                : "Pods of the version before serve still; %s goes back to them.".formatted(back(kubectl));
    }

    private static String back(Kubectl kubectl) {
        return "./universal rollback --context " + kubectl.context();
    }

    private static List<Resource> all(List<List<Resource>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /// Counts of what changed, as kubectl tells it.
    private static String apply(Kubectl kubectl, List<Resource> resources) {
        if (resources.isEmpty()) {
            return "nothing";
        }
        var counts = new TreeMap<String, Integer>();
        kubectl.feed(Manifests.text(resources), "apply", "-f", "-")
                .lines()
                .forEach(line -> counts.merge(line.substring(line.indexOf(' ') + 1), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey())
                        .toList());
    }

    private void question(Kubectl kubectl, Terminal terminal) {
        var vault = Vault.of(kubectl);
        if (vault.isEmpty()) {
            terminal.say("The keys of this cluster are not known here: ask it something with one of yours.");
            return;
        }
        try (var door = Door.open(kubectl)) {
            var said = door.ask(vault.get().operatorKey(), answer, step);
            if (!said.isGood()) {
                throw new LauncherException(
                        "All pods are ready, and the gateway answers %d: %s".formatted(said.status(), said.text()));
            }
        }
        terminal.say("Asked through the gateway's Service for the weather: answered.");
        terminal.say("");
        var in = "kubectl --context '%s' -n %s ".formatted(kubectl.context(), kubectl.namespace());
        terminal.say("  export KEY=$(" + in + "get secret " + Vault.NAME
                + " -o 'jsonpath={.data.bootstrap-key}' | base64 -d)   # the operator's");
        terminal.say("  " + in + "port-forward service/gateway 8080:8080 &");
        terminal.say("  curl -H \"Authorization: Bearer $KEY\" 'http://127.0.0.1:8080" + Door.QUESTION + "'");
        terminal.say("");
    }
}
