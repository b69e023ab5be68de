package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.cache.Caches;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Program;
import dev.universalapi.launcher.store.Postgres;
import dev.universalapi.launcher.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What each instance runs. The parts are laid out once, and started as often as wanted.
final class Programs {
    private final SuiteOptions options;
    private final Roster roster;
    private final Wiring wiring;
    private final Map<String, Caches.Entry> laid = new ConcurrentHashMap<>();

    Programs(SuiteOptions options, Mode mode, Roster roster) {
        this.options = options;
        this.roster = roster;
        var identity = new Identity(options.home().identity());
        this.wiring = new Wiring(options.home(), identity, mode, roster.instances());
    }

    /// Takes what was built apart. Redis was unpacked when it was found to run here.
    void layOut() {
        var build = new Build(options.project());
        var layout = new Layout(options.home().apps());
        var caches = new Caches(options.home().caches());
        roster.modules().parallelStream().forEach(module -> {
            var whole = layout.lay(module, build.jar(module));
            roster.parts()
                    .filter(part -> part.module().filter(module::equals).isPresent())
                    .forEach(part -> {
                        if (part.isJava()) {
                            laid.put(part.name(), caches.of(part.name(), part.launch(whole.jar()), whole.content()));
                        }
                        part.store(options.home()).ifPresent(store -> store.unpack(whole.jar()));
                    });
        });
    }

    Program of(Instance instance) {
        var place = new Store.Place(instance.port(), instance.managementPort());
        var command = new ArrayList<>(
                switch (Roster.part(instance.part()).kind()) {
                    case SPRING, PLAIN -> java(instance, wiring.arguments(instance));
                    case JAVA_STORE -> java(instance, store(instance).command(place));
                    case STORE -> store(instance).command(place);
                });
        command.addAll(options.settings(instance.part()));
        var log = options.home().freshLog(instance.name());
        var signal = instance.part().equals(Part.POSTGRES) ? Postgres.SIGNAL : Program.USUAL;
        return new Program(instance.name(), command, wiring.environment(instance), log, signal);
    }

    private Store store(Instance instance) {
        return Roster.part(instance.part()).store(options.home()).orElseThrow();
    }

    private List<String> java(Instance instance, List<String> arguments) {
        var entry = laid.get(instance.part());
        if (entry == null) {
            throw new LauncherException(instance.part() + " is not laid out");
        }
        var caching = options.caches() && instance.name().equals(instance.part());
        var command = new ArrayList<>(caching ? entry.command() : entry.launch());
        command.addAll(arguments);
        return command;
    }

    /// The start-up caches, by part.
    Map<String, Caches.Entry> caches() {
        return laid;
    }
}
