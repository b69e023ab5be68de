package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Program;
import dev.universalapi.launcher.store.Redis;
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

    /// Takes what was built apart. What is a store's was laid out when it was found to run here.
    void layOut() {
        var build = new Build(options.project());
        var layout = new Layout(options.home().apps());
        var caches = new Caches(options.home().caches());
        roster.modules().parallelStream().forEach(module -> {
            var part = layout.lay(module, build.jar(module));
            laid.put(module, caches.of(module, roster.part(module).launch(part.jar()), part.content()));
        });
    }

    Program of(Instance instance) {
        var command = new ArrayList<>(
                switch (roster.part(instance.part()).kind()) {
                    case SPRING, PLAIN -> java(instance);
                    case STORE -> new Redis(options.home()).command(instance.port());
                });
        command.addAll(options.settings(instance.part()));
        var log = options.home().freshLog(instance.name());
        return new Program(instance.name(), command, wiring.environment(instance), log);
    }

    private List<String> java(Instance instance) {
        var entry = laid.get(instance.part());
        if (entry == null) {
            throw new LauncherException(instance.part() + " is not laid out");
        }
        var caching = options.caches() && instance.name().equals(instance.part());
        var command = new ArrayList<>(caching ? entry.command() : entry.launch());
        command.addAll(wiring.arguments(instance));
        return command;
    }

    /// The start-up caches, by part.
    Map<String, Caches.Entry> caches() {
        return laid;
    }
}
