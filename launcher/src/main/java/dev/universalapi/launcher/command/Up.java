package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// Starts the suite and stays with it until Ctrl-C or `down`.
public final class Up implements Command {
    private static final int PORT = 8080;
    private static final Set<String> PLAIN = Set.of("--sandbox", "--live", "--detach", "--no-caches");
    private static final Set<String> VALUED = Set.of("--port", "--scale", "--without", HOME);

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, PLAIN, VALUED);
        if (arguments.has("--sandbox") && arguments.has("--live")) {
            throw new LauncherException("Say --sandbox or --live, not both");
        }
        var home = Command.home(arguments);
        var running = State.running(Suite.stateFile(home));
        if (running.isPresent()) {
            terminal.say(already(running.get()));
            return 0;
        }
        var options = new SuiteOptions(
                Command.project(),
                home,
                mode(arguments),
                Optional.of(arguments.number("--port").orElse(PORT)),
                arguments.counts("--scale"),
                !arguments.has("--no-caches"),
                Map.of(),
                Set.copyOf(arguments.values().getOrDefault("--without", List.of())));
        return arguments.has("--detach") ? new Detached(home, terminal).start(typed) : stay(options, terminal);
    }

    private static String already(State state) {
        var launcher = state.launcher().pid();
        return switch (state.phase()) {
            case READY ->
                "It runs already, at %s in %s mode (launcher %d); ./universal status tells more, ./universal down ends it"
                        .formatted(state.gateway().address(), state.mode().label(), launcher);
            case STARTING -> "It starts already (launcher " + launcher + "); ./universal status tells how far it is";
            case STOPPING -> "It is being stopped (launcher " + launcher + "); start it again when that is done";
        };
    }

    private static Optional<Mode> mode(Arguments arguments) {
        if (arguments.has("--sandbox")) {
            return Optional.of(Mode.SANDBOX);
        }
        return arguments.has("--live") ? Optional.of(Mode.LIVE) : Optional.empty();
    }

    private static int stay(SuiteOptions options, Terminal terminal) {
        var ended = new CountDownLatch(1);
        var main = Thread.currentThread();
        var hook = new Thread(() -> endInOrder(main, ended), "end in order");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var suite = Suite.start(options, terminal)) {
            new Welcome(suite.gateway(), new Identity(options.home().identity()).bootstrapFile(), suite.mode())
                    .say(terminal);
            terminal.say("Ctrl-C ends it.");
            waitForTheEnd();
            terminal.say("Stopping.");
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // the shutdown hook says so; the flag stays clear, since ending the parts in order waits for them
        }
    }

    private static void endInOrder(Thread main, CountDownLatch ended) {
        main.interrupt();
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
