package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that an overlay asks of a cluster, in the order in which it is brought there: namespace, ground (settings,
/// accounts, stores), migrations, services.
///
/// @param all as kustomize orders them
record Manifests(List<Resource> all) {
    private static final String NAMESPACE = "Namespace";
    private static final String OTHERS = "others";
    private static final List<String> ORDER = List.of("discovery", "config-server", OTHERS, "gateway");

    /// An overlay of this checkout, with the images of a release.
    static Manifests of(Kubectl kubectl, Path project, String overlay, Release release) {
        var folder = project.resolve("k8s/overlays").resolve(overlay);
        if (!overlay.matches("[a-z0-9-]+") || !Files.isDirectory(folder)) {
            throw new LauncherException(
                    "There is no overlay %s in %s".formatted(overlay, project.resolve("k8s/overlays")));
        }
        return of(release.applied(kubectl.ask("kustomize", folder.toString())));
    }

    static Manifests of(String printed) {
        var manifests = new Manifests(Resource.all(printed));
        if (manifests.services().isEmpty()) {
            throw new LauncherException("The overlay has no deployment of this project");
        }
        return manifests;
    }

    Manifests {
        all = List.copyOf(all);
    }

    /// Where all of it lies.
    String namespace() {
        return services().getFirst().namespace();
    }

    List<Resource> namespaces() {
        return those(one -> one.kind().equals(NAMESPACE));
    }

    /// What services stand on, and what nobody notices who serves already.
    List<Resource> ground() {
        return those(one -> !one.kind().equals(NAMESPACE) && !one.isService() && !one.isMigration() && !one.isScaler());
    }

    List<Resource> stores() {
        return those(Resource::isStore);
    }

    List<Resource> migrations() {
        return those(Resource::isMigration);
    }

    List<Resource> services() {
        return those(Resource::isService);
    }

    /// What the pods of the services run.
    Set<String> images() {
        return services().stream().flatMap(one -> one.images().stream()).collect(Collectors.toSet());
    }

    /// Services, each with what scales it, in the order in which they are brought where others serve already: first who
    /// tells others where things are, last who lets callers in.
    List<List<Resource>> parts() {
        return services().stream()
                .sorted(Comparator.comparingInt(service -> ORDER.indexOf(place(service))))
                .map(service -> Stream.concat(Stream.of(service), scalers(service.name()))
                        .toList())
                .toList();
    }

    private Stream<Resource> scalers(String name) {
        return all.stream().filter(one -> one.isScaler() && one.name().equals(name));
    }

    private static String place(Resource service) {
        return ORDER.contains(service.name()) ? service.name() : OTHERS;
    }

    /// The Secrets that something mounts and nothing in the overlay makes.
    Set<String> secrets() {
        var names = all.stream().flatMap(one -> one.secrets().stream()).collect(Collectors.toCollection(TreeSet::new));
        all.stream().filter(one -> one.kind().equals("Secret")).forEach(one -> names.remove(one.name()));
        return names;
    }

    private List<Resource> those(Predicate<Resource> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /// Several of them as one text.
    static String text(List<Resource> resources) {
        return resources.stream().map(Resource::text).collect(Collectors.joining("---\n"));
    }
}
