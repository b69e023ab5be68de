package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.cluster.Kubectl;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.production.Cluster;
import dev.universalapi.launcher.production.Production;
import dev.universalapi.launcher.store.Store;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.WayOut;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks at everything that a start needs, and says what to do about what is not right.
public final class Doctor implements Command {
    private static final String PRODUCTION = "--production";
    private static final String CONFIRMED = "--confirmed";
    private static final String CONTEXT = "--context";
    private static final String NAMESPACE = "--namespace";
    private static final int PORT = 8080;
    private static final long LEAST_MEMORY_MIB = 2048;
    private static final long LEAST_DISK_MIB = 2048;
    private static final int MIB = 1024 * 1024;
    private static final int LEAST_JAVA = 25;
    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final List<Integer> LEAST_MAVEN = List.of(3, 8, 7);

    private record Finding(boolean good, String said) {}

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(
                typed,
                Set.of(ProviderDoctor.PROVIDERS, ProviderDoctor.RECORD, PRODUCTION),
                Set.of(CONFIRMED, HOME, CONTEXT, NAMESPACE));
        var home = Command.home(arguments);
        if (arguments.has(ProviderDoctor.PROVIDERS)) {
            return ProviderDoctor.of(Command.project()).run(arguments, home, terminal);
        }
        if (arguments.has(PRODUCTION)) {
            return production(arguments, home, terminal);
        }
        if (arguments.has(ProviderDoctor.RECORD)) {
            throw new LauncherException(ProviderDoctor.RECORD + " goes with " + ProviderDoctor.PROVIDERS);
        }
        if (!arguments.values().keySet().stream().allMatch(HOME::equals)) {
            throw new LauncherException(
                    "%s, %s and %s go with %s".formatted(CONFIRMED, CONTEXT, NAMESPACE, PRODUCTION));
        }
        var good = look(terminal, "Java", Doctor::java);
        good &= look(terminal, "Maven", Doctor::maven);
        good &= look(terminal, "disk", () -> disk(home));
        good &= look(terminal, "memory", Doctor::memory);
        good &= look(terminal, "folder", () -> folder(home));
        for (var store : Suite.stores(home).entrySet()) {
            good &= look(terminal, store.getKey(), () -> store(store.getValue()));
        }
        good &= look(terminal, "processes", () -> processes(home));
        good &= look(terminal, "port", () -> port(home));
        good &= look(terminal, "way out", Doctor::wayOut);
        good &= look(terminal, "build", Doctor::build);
        return good ? 0 : 1;
    }

    private int production(Arguments arguments, Home home, Terminal terminal) {
        var confirmed = Set.copyOf(arguments.values().getOrDefault(CONFIRMED, List.of()));
        return arguments
                .value(CONTEXT)
                .map(context -> Kubectl.to(Kubectl.found(), context)
                        .in(arguments.value(NAMESPACE).orElse(Cluster.NAMESPACE)))
                .map(kubectl -> new Cluster(kubectl, home, confirmed).run(terminal))
                .orElseGet(() -> new Production(home, System.getenv(), confirmed).run(terminal));
    }

    private static boolean look(Terminal terminal, String what, Supplier<Finding> look) {
        Finding finding;
        try {
            finding = look.get();
        } catch (LauncherException e) {
            finding = bad(String.valueOf(e.getMessage()));
        }
        terminal.say("%-5s %-10s %s".formatted(finding.good() ? "ok" : "FAIL", what, finding.said()));
        return finding.good();
    }

    private static Finding good(String said) {
        return new Finding(true, said);
    }

    private static Finding bad(String said) {
        return new Finding(false, said);
    }

    private static Finding java() {
        var home = System.getProperty("java.home");
        var compiler = Files.exists(Path.of(home, "bin", "javac"));
        return new Finding(
                Runtime.version().feature() >= LEAST_JAVA && compiler,
                Runtime.version() + " in " + home + (compiler ? "" : ", without a compiler: install a JDK"));
    }

    private static Finding maven() {
        try {
            var maven = new ProcessBuilder(dev.universalapi.launcher.build.Maven.program(), "-v")
                    .redirectErrorStream(true)
                    .start();
            var version = MAVEN.matcher(new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (!version.find()) {
                return bad("mvn does not say its version; install Maven 3.8.7 or newer");
            }
            return new Finding(isEnough(version.toMatchResult()), version.group() + "; 3.8.7 or newer is needed");
        } catch (IOException _) {
            return bad("mvn is not found; install Maven 3.8.7 or newer");
        }
    }

    private static boolean isEnough(MatchResult version) {
        for (var i = 0; i < LEAST_MAVEN.size(); i++) {
            var difference = Integer.compare(Integer.parseInt(version.group(i + 1)), LEAST_MAVEN.get(i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private static Finding disk(Home home) {
        var free = home.freeBytes() / MIB;
        return new Finding(
                free >= LEAST_DISK_MIB, "%d MiB free, %d are wanted to build and run".formatted(free, LEAST_DISK_MIB));
    }

    private static Finding memory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        var all = system.getTotalMemorySize() / MIB;
        return new Finding(all >= LEAST_MEMORY_MIB, "%d MiB in all, %d are wanted".formatted(all, LEAST_MEMORY_MIB));
    }

    private static Finding folder(Home home) {
        home.prepare();
        new Identity(home.identity()).prepare();
        return good(home.folder() + " can be written, and its secrets are its owner's alone");
    }

    /// Without it all works, only less well, so its absence is no failure.
    private static Finding store(Store store) {
        store.refuseOtherData();
        return good(store.complaint()
                .map(why -> why + "; up works without: " + store.loss())
                .orElse("runs on this machine"));
    }

    private static Finding processes(Home home) {
        var file = Suite.stateFile(home);
        var leftovers = State.leftovers(file);
        if (!leftovers.isEmpty()) {
            return bad(leftovers.stream()
                    .map(leftover -> String.valueOf(leftover.pid()))
                    .collect(Collectors.joining(
                            ", ", "left behind by an earlier start: ", "; ./universal down ends them")));
        }
        return good(State.running(file)
                .map(state -> "launcher " + state.launcher().pid() + " and "
                        + state.members().size() + " parts")
                .orElse("nothing runs, nothing was left behind"));
    }

    private static Finding port(Home home) {
        var running = State.running(Suite.stateFile(home));
        if (running.isPresent()) {
            return good("the suite has " + running.get().gateway().port());
        }
        return Ports.free(PORT)
                ? good(PORT + " is free")
                : bad(PORT + " is used by another program; end that one, or use ./universal up --port N");
    }

    private static Finding wayOut() {
        var way = WayOut.of(Command.project()).choose();
        return good(way.why() + ", so up chooses " + way.mode().label());
    }

    private static Finding build() {
        var stale = new Build(Command.project()).stale(Suite.modules());
        return good(stale.isEmpty() ? "all is built" : stale + "; up builds it");
    }
}
