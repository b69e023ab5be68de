package dev.universalapi.launcher.command;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Starts the suite in a launcher of its own that outlives this one, and waits until it is ready.
record Detached(Home home, Terminal terminal) {
    private static final Duration STEP = Duration.ofMillis(200);

    int start(List<String> typed) {
        home.prepare();
        new Identity(home.identity()).begin().ifPresent(keys -> keys.say(terminal)); // here, and in no log
        var log = home.logs().resolve("launcher.log");
        try {
            var launcher = new ProcessBuilder(command(typed))
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .start();
            return follow(launcher, log);
        } catch (IOException e) {
            throw new LauncherException("The launcher cannot be started: " + LauncherException.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("No longer waiting; ./universal status tells how far it is", e);
        }
    }

    private static List<String> command(List<String> typed) {
        var command = new ArrayList<>(List.of(
                "nohup", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (var property : List.of("universal.project", "universal.maven")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of("dev.universalapi.launcher.Launcher", "up"));
        typed.stream().filter(word -> !word.equals("--detach")).forEach(command::add);
        return command;
    }

    private int follow(Process launcher, Path log) throws IOException, InterruptedException {
        var told = 0;
        while (true) {
            var ended = !launcher.isAlive();
            var said = Files.readAllLines(log, StandardCharsets.UTF_8);
            var state = State.running(Suite.stateFile(home)).filter(State::ready);
            if (state.isPresent()) {
                welcome(state.get());
                return 0;
            }
            said.subList(Math.min(told, said.size()), said.size()).forEach(terminal::say);
            told = said.size();
            if (ended) {
                return 1;
            }
            Thread.sleep(STEP);
        }
    }

    private void welcome(State state) {
        new Welcome(
                        state.gateway().address(),
                        new Identity(home.identity()).bootstrapFile(),
                        new Mode.Choice(state.mode(), state.why()))
                .say(terminal);
        terminal.say("It runs in the background; ./universal down ends it.");
    }
}
