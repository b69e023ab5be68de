package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.cache.CacheMaker;
import dev.universalapi.launcher.cache.Caches;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import dev.universalapi.launcher.identity.FirstKeys;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Children;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.process.Supervised;
import dev.universalapi.launcher.process.Usage;
import dev.universalapi.launcher.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A running suite: its processes are children of this one, and end with it.
public final class Suite implements AutoCloseable {
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(2);

    private final SuiteOptions options;
    private final Terminal terminal;
    private final Mode.Choice mode;
    private final Roster roster;
    private final RunLock lock;
    private final Probe probe = new Probe();
    private final Children children = new Children();
    private final Programs programs;
    private volatile State.Phase phase = State.Phase.STARTING;
    private Optional<FirstKeys> firstKeys = Optional.empty();
    private boolean closed;

    private Suite(SuiteOptions options, Terminal terminal, Mode.Choice mode, Roster roster, RunLock lock) {
        this.options = options;
        this.terminal = terminal;
        this.mode = mode;
        this.roster = roster;
        this.lock = lock;
        this.programs = new Programs(options, mode.mode(), roster);
    }

    /// Builds what is missing, starts every part, and returns when all answer. Throws when it cannot be done, with
    /// nothing left running.
    public static Suite start(SuiteOptions options, Terminal terminal) {
        options.home().prepare();
        var suite = open(options, terminal);
        try {
            suite.note();
            new Build(options.project()).ensure(suite.roster.modules(), terminal::say);
            suite.programs.layOut();
            new Start(suite, suite.probe, terminal).run();
            suite.enter(State.Phase.READY);
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

    private static Suite open(SuiteOptions options, Terminal terminal) {
        var home = options.home();
        var lock = RunLock.take(home.run().resolve("lock"));
        try {
            endLeftovers(home, terminal);
            new Identity(home.identity()).prepare();
            var ports = new Ports();
            var gatewayPort = options.port().map(ports::wanted).orElseGet(ports::any);
            var mode = options.mode()
                    .map(wanted -> new Mode.Choice(wanted, "as wanted"))
                    .orElseGet(() -> WayOut.of(options.project()).choose());
            var missing = Roster.missing(options, terminal);
            var roster = Roster.of(options, ports, gatewayPort, missing);
            roster.parts().flatMap(part -> part.store(home).stream()).forEach(Store::refuseOtherData);
            var suite = new Suite(options, terminal, mode, roster, lock);
            if (!missing.contains(Part.AUTH)) {
                suite.firstKeys = new Identity(home.identity()).begin();
                suite.firstKeys.ifPresent(keys -> keys.say(terminal));
            }
            return suite;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void endLeftovers(Home home, Terminal terminal) {
        var leftovers = State.leftovers(stateFile(home));
        leftovers.forEach(leftover -> leftover.find().ifPresent(ProcessHandle::destroy));
        leftovers.forEach(leftover -> leftover.end(LEFTOVER_GRACE));
        if (!leftovers.isEmpty()) {
            terminal.say("Ended " + leftovers.size() + " processes that an earlier start had left behind");
        }
    }

    /// The file that other commands read.
    public static Path stateFile(Home home) {
        return home.run().resolve("suite");
    }

    /// The modules that the parts are built from.
    public static List<String> modules() {
        return Part.ALL.stream()
                .flatMap(part -> part.module().stream())
                .distinct()
                .toList();
    }

    /// What keeps something, by the names of the parts.
    public static Map<String, Store> stores(Home home) {
        var stores = new LinkedHashMap<String, Store>();
        Part.ALL.forEach(part -> part.store(home).ifPresent(store -> stores.put(part.name(), store)));
        return stores;
    }

    void launch(Instance instance) {
        children.launch(programs.of(instance), () -> isReady(instance), new News());
    }

    private boolean isReady(Instance instance) throws IOException {
        var store = Roster.part(instance.part()).store(options.home());
        return store.isPresent() ? store.get().answers(instance.port(), pid(instance)) : probe.ready(instance);
    }

    private final class News implements Supervised.Audience {
        @Override
        public void changed() {
            try {
                note();
            } catch (LauncherException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void told(String sentence) {
            terminal.say(sentence);
        }
    }

    private void enter(State.Phase next) {
        phase = next;
        note();
    }

    private synchronized void note() {
        if (!closed) {
            var members = instances().stream().map(this::member).toList();
            new State(Stamp.of(ProcessHandle.current()), phase, mode.mode(), mode.why(), members)
                    .write(stateFile(options.home()));
        }
    }

    private State.Member member(Instance instance) {
        return children.find(instance.name())
                .map(child ->
                        new State.Member(instance, child.stamp().orElse(Stamp.NONE), child.condition(), child.deaths()))
                .orElseGet(() -> new State.Member(instance, Stamp.NONE, Condition.WAITING, 0));
    }

    Roster roster() {
        return roster;
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

    /// The process number of an instance, which changes when it is restarted; 0 while there is none.
    public long pid(Instance instance) {
        return children.pid(instance.name());
    }

    /// How an instance is now.
    public Condition condition(Instance instance) {
        return children.get(instance.name()).condition();
    }

    /// What the process of an instance uses now.
    public Usage usage(Instance instance) {
        return Usage.of(pid(instance));
    }

    /// How long an instance took from its launch until it was ready for the first time.
    public Duration readyAfter(Instance instance) {
        return children.get(instance.name()).firstReady().getNow(Duration.ZERO);
    }

    /// Kills an instance at once, as a crash would; it is started again.
    public void kill(Instance instance) {
        children.get(instance.name()).kill();
    }

    /// Ends an instance in order; it is not started again before [#start(Instance)].
    public void stop(Instance instance) {
        children.stop(instance.name());
    }

    /// Starts an instance that was stopped, and returns when it is ready. Throws when it never will be.
    public void start(Instance instance) {
        if (condition(instance) != Condition.STOPPED) {
            throw new LauncherException(instance.name() + " is not stopped");
        }
        launch(instance);
        children.await(instance.name());
    }

    /// Whether discovery lists an instance as up.
    public boolean registered(Instance instance) {
        return probe.registered(instance, roster.only(Part.DISCOVERY));
    }

    /// Where callers ask.
    public URI gateway() {
        return roster.only(Part.GATEWAY).address();
    }

    /// What callers ask with.
    public String key() {
        return new Identity(options.home().identity()).bootstrapKey();
    }

    /// The keys of the first organisation, if this start has made them.
    public Optional<FirstKeys> firstKeys() {
        return firstKeys;
    }

    /// Where answers come from, and why.
    public Mode.Choice mode() {
        return mode;
    }

    /// The folder that it runs from.
    public Home home() {
        return options.home();
    }

    /// Ends all parts in order: first the door, which drains, then the services, then what they needed. When the suite
    /// had been ready, start-up caches that are missing are made.
    @Override
    public void close() {
        synchronized (this) {
            if (closed || phase == State.Phase.STOPPING) {
                return;
            }
        }
        var wasReady = phase == State.Phase.READY;
        phase = State.Phase.STOPPING;
        var caching = wasReady && options.caches();
        try {
            new Ending(children, terminal).stop(roster.stopOrder(), caching);
            if (caching) {
                var caches = new Caches(options.home().caches());
                new CacheMaker(caches, children.guardian(), terminal)
                        .make(programs.caches().values());
            }
        } finally {
            tidy();
        }
    }

    private void tidy() {
        synchronized (this) {
            closed = true;
        }
        children.close();
        probe.close();
        try {
            Files.deleteIfExists(stateFile(options.home()));
        } catch (IOException e) {
            terminal.say(stateFile(options.home()) + " cannot be deleted: " + LauncherException.why(e));
        }
        lock.close();
    }
}
