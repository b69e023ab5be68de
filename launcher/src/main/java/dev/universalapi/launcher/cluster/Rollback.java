package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Goes back to what served before the last deploy: the deployments that it changed, and nothing else; one after the
/// other. One that does not come holds up no other.
public final class Rollback implements Command {
    private static final Set<String> VALUED = Set.of("--context", "--namespace", "--limit");
    private static final String NAMESPACE = "universal-api";
    private static final int LIMIT_SECONDS = 600;
    private static final Duration STEP = Duration.ofSeconds(2);

    private final String program;
    private final Duration step;

    public Rollback() {
        this(Kubectl.found(), STEP);
    }

    /// @param step between looks at the cluster
    Rollback(String program, Duration step) {
        this.program = program;
        this.step = step;
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), VALUED);
        var kubectl = Kubectl.to(program, Deploy.context(arguments))
                .in(arguments.value("--namespace").orElse(NAMESPACE));
        var revisions = Revisions.last(kubectl);
        var history = Revisions.History.of(kubectl);
        var changed = revisions.changed(history);
        terminal.say(
                changed.isEmpty()
                        ? "The deploy of %s changed no deployment that was there before it, or all are back"
                                .formatted(revisions.version())
                        : "Back from %s: %s".formatted(revisions.version(), String.join(", ", changed.keySet())));
        var limit = Duration.ofSeconds(arguments.number("--limit").orElse(LIMIT_SECONDS));
        var meanwhile = "Pods of %s serve still; the same command tries it again.".formatted(revisions.version());
        var rollouts = new Rollouts(kubectl, terminal, limit, step, Set.of(), meanwhile);
        undo(changed, history, kubectl, rollouts);
        var back = revisions.there(history).keySet(); // by an earlier try, or never changed
        back.removeAll(changed.keySet());
        rollouts.await(back);
        Revisions.forget(kubectl);
        if (changed.isEmpty()) {
            return 0;
        }
        terminal.say("Rolled back. What stays as the deploy left it: the tables (the version before works with them),");
        terminal.say(
                "and settings, accounts, budgets and scalers; deploy the checkout of that version to have its own.");
        return 0;
    }

    private static void undo(
            Map<String, String> changed, Revisions.History history, Kubectl kubectl, Rollouts rollouts) {
        var failed = new ArrayList<LauncherException>();
        changed.forEach((name, revision) -> {
            try {
                kubectl.ask("rollout", "undo", name, "--to-revision=" + history.number(revision));
                rollouts.await(Set.of(name));
            } catch (LauncherException e) {
                failed.add(e);
            }
        });
        if (!failed.isEmpty()) {
            var first = failed.removeFirst();
            failed.forEach(first::addSuppressed);
            throw first;
        }
    }
}
