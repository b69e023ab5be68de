package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which processes this suite has, and where each listens.
record Roster(List<Instance> instances) {

    /// What is not wanted or does not run here, and what cannot be without it; says so.
    static Set<String> missing(SuiteOptions options, Terminal terminal) {
        var missing = new TreeSet<>(options.without());
        for (var part : Part.ALL) {
            var complaint = part.store(options.home())
                    .filter(_ -> !missing.contains(part.name()))
                    .flatMap(store ->
                            store.complaint().map(why -> "%s %s; %s".formatted(part.name(), why, store.loss())));
            complaint.ifPresent(why -> {
                terminal.say(why);
                missing.add(part.name());
            });
            if (part.needs().stream().anyMatch(missing::contains)) {
                terminal.say("%s does not run without %s".formatted(part.name(), part.needs()));
                missing.add(part.name());
            }
        }
        return missing;
    }

    /// @param missing parts that do not run
    static Roster of(SuiteOptions options, Ports ports, int gatewayPort, Set<String> missing) {
        var instances = new ArrayList<Instance>();
        for (var part : Part.ALL) {
            if (missing.contains(part.name())) {
                continue;
            }
            for (var i = 1; i <= options.count(part); i++) {
                var name = i == 1 ? part.name() : part.name() + "-" + i;
                var port = name.equals(Part.GATEWAY) ? gatewayPort : ports.any();
                instances.add(new Instance(name, part.name(), port, part.hasSecondPort() ? ports.any() : port));
            }
        }
        return new Roster(List.copyOf(instances));
    }

    /// The modules that its parts are built from.
    List<String> modules() {
        return parts().flatMap(part -> part.module().stream()).distinct().toList();
    }

    /// Each kind of its processes once.
    Stream<Part> parts() {
        return instances.stream().map(Instance::part).distinct().map(Roster::part);
    }

    static Part part(String name) {
        return Part.ALL.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Instance only(String part) {
        return instances.stream()
                .filter(instance -> instance.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    /// First the door, then who answers behind it, then what they needed.
    List<List<Instance>> stopOrder() {
        var door = instances.stream()
                .filter(one -> one.part().equals(Part.GATEWAY))
                .toList();
        var services = instances.stream()
                .filter(one -> part(one.part()).scales() && !door.contains(one))
                .toList();
        var rest = instances.stream()
                .filter(one -> !door.contains(one) && !services.contains(one))
                .toList();
        var registry =
                rest.stream().filter(one -> one.part().equals(Part.DISCOVERY)).toList();
        var between = rest.stream().filter(one -> !registry.contains(one)).toList();
        return List.of(door, services, between, registry);
    }
}
