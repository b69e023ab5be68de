package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the suite is wanted.
///
/// @param project the folder of the checkout
/// @param home the folder of the installation
/// @param mode where answers come from; empty means whatever the machine allows
/// @param port of the gateway; empty means any that is free
/// @param scale how many of a service, where not one
/// @param caches whether Java's start-up caches are written and used
/// @param settings more arguments of a part, `--name=value`, by the part's name
/// @param without stores that are left out, and with them who needs them
public record SuiteOptions(
        Path project,
        Home home,
        Optional<Mode> mode,
        Optional<Integer> port,
        Map<String, Integer> scale,
        boolean caches,
        Map<String, List<String>> settings,
        Set<String> without) {
    /// The stores that answers do without: what is used is not counted then.
    public static final Set<String> COUNTING = Set.of(Part.POSTGRES, Part.KAFKA);

    private static final int MOST = 8;
    private static final List<String> STORES = List.of(Part.REDIS, Part.POSTGRES, Part.KAFKA);

    public SuiteOptions {
        scale = Map.copyOf(scale);
        settings = Map.copyOf(settings);
        scale.forEach((service, count) -> {
            if (Part.ALL.stream().noneMatch(part -> part.name().equals(service) && part.scales())) {
                throw new LauncherException("--scale takes SERVICE=N with one of "
                        + Part.ALL.stream().filter(Part::scales).map(Part::name).toList() + ", was " + service);
            }
            if (count < 1 || count > MOST) {
                throw new LauncherException("--scale takes 1 to " + MOST + " of a service, was " + count);
            }
        });
        settings.keySet().forEach(name -> {
            if (Part.ALL.stream().noneMatch(part -> part.name().equals(name))) {
                throw new LauncherException("there is no part " + name);
            }
        });
        without = Set.copyOf(without);
        without.forEach(name -> {
            if (!STORES.contains(name)) {
                throw new LauncherException("--without takes one of " + STORES + ", was " + name);
            }
        });
    }

    /// With all stores.
    public SuiteOptions(
            Path project,
            Home home,
            Optional<Mode> mode,
            Optional<Integer> port,
            Map<String, Integer> scale,
            boolean caches,
            Map<String, List<String>> settings) {
        this(project, home, mode, port, scale, caches, settings, Set.of());
    }

    /// Without more arguments.
    public SuiteOptions(
            Path project,
            Home home,
            Optional<Mode> mode,
            Optional<Integer> port,
            Map<String, Integer> scale,
            boolean caches) {
        this(project, home, mode, port, scale, caches, Map.of());
    }

    int count(Part part) {
        return scale.getOrDefault(part.name(), 1);
    }

    List<String> settings(String part) {
        return settings.getOrDefault(part, List.of());
    }
}
