package dev.universalapi.bench.manifests;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Whether Kubernetes would understand what it is told. Fields that it does not know it drops without a word, so a
/// misspelt one is a setting that nobody has; here it is a fault, as is a value of another type.
final class Strict {
    private static final String UNKNOWN = "getAdditionalProperties";
    /// What the operator of Prometheus adds to Kubernetes, as far as it is used here.
    private static final Map<String, Added> ADDED = Map.of(
            "ServiceMonitor",
            new Added(
                    Set.of("selector", "endpoints", "jobLabel", "namespaceSelector"),
                    "endpoints",
                    Set.of("port", "path", "interval", "scheme")),
            "PrometheusRule",
            new Added(Set.of("groups"), "groups", Set.of("name", "interval", "rules")));

    /// @param list the field with elements
    private record Added(Set<String> fields, String list, Set<String> ofElement) {

        List<String> faults(JsonNode spec) {
            var strange = new TreeSet<>(spec.propertyNames());
            strange.removeAll(fields);
            spec.path(list)
                    .valueStream()
                    .flatMap(element -> element.propertyNames().stream())
                    .filter(name -> !ofElement.contains(name))
                    .forEach(strange::add);
            return strange.stream().map(name -> "there is no field " + name).toList();
        }
    }

    private Strict() {}

    static Finding look(List<Overlay> overlays) {
        var broken = overlays.stream()
                .flatMap(overlay -> overlay.things().stream()
                        .flatMap(thing -> faults(thing).stream().map(fault -> overlay.where(thing) + ": " + fault)))
                .toList();
        var tried =
                overlays.stream().mapToInt(overlay -> overlay.things().size()).sum();
        return new Finding("Kubernetes knows every field, and takes every value", tried, broken);
    }

    static List<String> faults(JsonNode thing) {
        var added = ADDED.get(Overlay.kind(thing));
        if (added != null) {
            return added.faults(thing.path("spec"));
        }
        try {
            Object read = Serialization.unmarshal(thing.toString(), KubernetesResource.class);
            if (!read.getClass().getSimpleName().equals(Overlay.kind(thing))) {
                return List.of("there is no kind " + Overlay.kind(thing));
            }
            var faults = new ArrayList<String>();
            walk("", read, faults);
            return faults;
        } catch (KubernetesClientException | IllegalArgumentException refused) {
            return List.of(
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("is refused"));
        }
    }

    private static void walk(String at, @Nullable Object value, List<String> faults) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, inner) -> walk(at + "." + name, inner, faults));
            case Collection<?> all -> all.forEach(inner -> walk(at + "[]", inner, faults));
            case KubernetesResource resource ->
                Arrays.stream(resource.getClass().getMethods())
                        .filter(Strict::isGetter)
                        .forEach(getter -> inside(at, resource, getter, faults));
            case null, default -> {}
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && !method.getName().equals("getClass");
    }

    private static void inside(String at, KubernetesResource resource, Method getter, List<String> faults) {
        try {
            var value = getter.invoke(resource);
            if (getter.getName().equals(UNKNOWN)) {
                if (value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(name -> faults.add("there is no field " + at + "." + name));
                }
            } else {
                walk(at + "." + field(getter), value, faults);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter + " cannot be asked", e);
        }
    }

    private static String field(Method getter) {
        var name = getter.getName().substring("get".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
