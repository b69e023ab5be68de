package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Child;
import dev.universalapi.launcher.process.Guardian;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.process.Registry;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// A running suite: its processes are children of this one, and end with it.
public final class Suite implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration GRACE_WITH_CACHE = Duration.ofMinutes(4);

    private final SuiteOptions options;
    private final Terminal terminal;
    private final Mode.Choice mode;
    private final Identity identity;
    private final Registry registry;
    private final Guardian guardian;
    private final Roster roster;
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private volatile boolean ready;

    private Suite(SuiteOptions options, Terminal terminal, Mode.Choice mode, Roster roster) {
        this.options = options;
        this.terminal = terminal;
        this.mode = mode;
        this.roster = roster;
        this.identity = new Identity(options.home().identity());
        this.registry = new Registry(registryFile(options.home()));
        this.guardian = Guardian.over(registry);
    }

    /// Builds what is missing, starts every part, and returns when all answer. Throws when it cannot be done, with
    /// nothing left running.
    public static Suite start(SuiteOptions options, Terminal terminal) {
        var home = options.home();
        home.prepare();
        var leftovers = new Registry(registryFile(home)).endLeftovers();
        if (leftovers > 0) {
            terminal.say("Ended " + leftovers + " processes that an earlier start had left behind.");
        }
        new Identity(home.identity()).prepare();
        var ports = new Ports();
        var gatewayPort = options.port().map(ports::wanted).orElseGet(ports::any);
        var mode = options.mode()
                .map(wanted -> new Mode.Choice(wanted, "as wanted"))
                .orElseGet(() -> WayOut.of(options.project()).choose());
        var roster = Roster.of(options, mode.mode(), ports, gatewayPort);
        new Build(options.project()).ensure(roster.modules(), terminal::say);
        var suite = new Suite(options, terminal, mode, roster);
        try {
            suite.layOut();
            new Start(suite, terminal).run();
            suite.ready = true;
            suite.note();
            return suite;
        } catch (RuntimeException e) {
            var interrupted = Thread.interrupted(); // ending the parts in order needs a thread that may wait
            suite.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private static Path registryFile(Home home) {
        return home.run().resolve("children");
    }

    /// The file that other commands read.
    public static Path stateFile(Home home) {
        return home.run().resolve("suite");
    }

    private void layOut() {
        var layout = new Layout(options.home().apps());
        var build = new Build(options.project());
        try (var workers = Executors.newFixedThreadPool(2)) {
            var work = roster.modules().stream()
                    .map(module -> workers.submit(() -> layout.lay(module, build.jar(module))))
                    .toList();
            for (var one : work) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof LauncherException known
                    ? known
                    : new LauncherException("The parts cannot be laid out: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The start was interrupted", e);
        }
    }

    void launch(Instance instance) {
        var part = part(instance);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(part.flags());
        if (options.caches() && instance.name().equals(part.name())) {
            command.add(caches().flag(part, built(part)));
        }
        command.addAll(List.of("-jar", jar(part).toString()));
        command.addAll(new Wiring(options.home(), identity, mode.mode(), instances()).arguments(instance));
        children.put(
                instance.name(),
                Child.start(instance.name(), command, Map.of(), freshLog(instance.name()), registry, this::tell));
        note();
    }

    private void tell(String news) {
        terminal.say(news);
        note();
    }

    private Caches caches() {
        return new Caches(options.home().caches());
    }

    private Path jar(Part part) {
        return options.home().apps().resolve(part.name()).resolve(part.name() + ".jar");
    }

    private String built(Part part) {
        return new Layout(options.home().apps()).built(part.name()).toString();
    }

    private Path freshLog(String name) {
        var log = log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new LauncherException(log + " cannot be written: " + e.getMessage(), e);
        }
    }

    private synchronized void note() {
        var instances = instances().stream()
                .filter(instance -> children.containsKey(instance.name()))
                .toList();
        var pids = instances.stream().map(instance -> child(instance).pid()).toList();
        new State(Stamp.of(ProcessHandle.current()), mode.mode(), mode.why(), ready, instances, pids)
                .write(stateFile(options.home()));
    }

    Part part(Instance instance) {
        return roster.part(instance);
    }

    Child child(Instance instance) {
        var child = children.get(instance.name());
        if (child == null) {
            throw new LauncherException(instance.name() + " has not been started");
        }
        return child;
    }

    Path log(String name) {
        return options.home().logs().resolve(name + ".log");
    }

    Instance discovery() {
        return roster.only(Part.DISCOVERY);
    }

    /// All processes, in the order in which they are told.
    public List<Instance> instances() {
        return roster.instances();
    }

    /// The processes of one part.
    public List<Instance> instances(String part) {
        return instances().stream()
                .filter(instance -> instance.part().equals(part))
                .toList();
    }

    /// The process number of an instance, which changes when it is restarted.
    public long pid(Instance instance) {
        return child(instance).pid();
    }

    /// Kills an instance at once, as a crash would; it is started again.
    public void kill(Instance instance) {
        child(instance).kill();
    }

    /// Where callers ask.
    public URI gateway() {
        return roster.only(Part.GATEWAY).address();
    }

    /// What callers ask with.
    public String key() {
        return identity.bootstrapKey();
    }

    /// Where answers come from, and why.
    public Mode.Choice mode() {
        return mode;
    }

    /// Ends all parts in order: first the door, which drains, then the services, then what they needed.
    @Override
    public void close() {
        var writing = options.caches()
                && ready
                && instances().stream().anyMatch(one -> caches().missing(part(one), built(part(one))));
        if (writing) {
            terminal.say("Stopping, and writing Java's start-up caches, once: this takes a minute or so.");
        }
        for (var wave : roster.stopOrder()) {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                wave.stream()
                        .filter(instance -> children.containsKey(instance.name()))
                        .forEach(instance -> workers.execute(() -> end(instance, writing)));
            }
        }
        guardian.close();
        try {
            Files.deleteIfExists(stateFile(options.home()));
            Files.deleteIfExists(registryFile(options.home()));
        } catch (IOException e) {
            terminal.say("The state could not be tidied: " + e.getMessage());
        }
    }

    private void end(Instance instance, boolean writing) {
        if (child(instance).stop(writing ? GRACE_WITH_CACHE : GRACE)) {
            terminal.say(instance.name() + " did not end by itself and was killed");
        }
    }
}
