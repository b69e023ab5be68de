package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.WayOut;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks at everything that a start needs, and says what to do about what is not right.
public final class Doctor implements Command {
    private static final int PORT = 8080;
    private static final long LEAST_MEMORY_MEGABYTES = 2048;
    private static final int MEGA = 1024 * 1024;

    private record Finding(String what, boolean good, String said) {}

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var home = Command.home(Arguments.parse(typed, Set.of(), Set.of(HOME)));
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("Java", true, Runtime.version() + " in " + System.getProperty("java.home")));
        findings.add(maven());
        findings.add(folder(home));
        findings.add(memory());
        findings.add(port(home));
        var way = WayOut.of(Command.project()).choose();
        findings.add(new Finding("way out", true, way.mode().label() + " would be chosen, since " + way.why()));
        findings.forEach(finding -> terminal.say(
                "%-5s %-10s %s".formatted(finding.good() ? "ok" : "FAIL", finding.what(), finding.said())));
        return findings.stream().allMatch(Finding::good) ? 0 : 1;
    }

    private static Finding maven() {
        try {
            var maven = new ProcessBuilder(System.getProperty("universal.maven", "mvn"), "-v")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var version =
                    said.lines().filter(line -> line.contains("Apache Maven")).findFirst();
            return new Finding("Maven", version.isPresent(), version.orElse("mvn does not run; install Maven 3.8.7"));
        } catch (IOException _) {
            return new Finding("Maven", false, "mvn is not found; install Maven 3.8.7 or newer");
        }
    }

    private static Finding folder(Home home) {
        try {
            home.prepare();
            new Identity(home.identity()).prepare();
            return new Finding("folder", true, home.folder() + " can be written");
        } catch (LauncherException e) {
            return new Finding("folder", false, String.valueOf(e.getMessage()));
        }
    }

    private static Finding memory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        var megabytes = system.getTotalMemorySize() / MEGA;
        return new Finding(
                "memory",
                megabytes >= LEAST_MEMORY_MEGABYTES,
                megabytes + " MiB in all, " + LEAST_MEMORY_MEGABYTES + " are wanted");
    }

    private static Finding port(Home home) {
        var running = State.running(Suite.stateFile(home)).filter(State::ready);
        if (running.isPresent()) {
            return new Finding(
                    "port", true, "the suite runs at " + running.get().gateway().address());
        }
        return Ports.free(PORT)
                ? new Finding("port", true, PORT + " is free")
                : new Finding("port", false, PORT + " is used by another program; use ./universal up --port N");
    }
}
