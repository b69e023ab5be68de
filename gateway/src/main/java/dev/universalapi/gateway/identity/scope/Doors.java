package dev.universalapi.gateway.identity.scope;

import dev.universalapi.platform.security.Scope;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;

/// All doors, by method and path. What is in no line of the list is no door, so that a route nobody thought of stays
/// shut.
public final class Doors {
    private static final Door NONE = new Door.None();
    private static final Door OPEN = new Door.Open();
    private static final String ANY_KEY = "-";

    private final Step root = new Step();

    private Doors() {}

    /// Reads a list: `METHOD`, path template and scope, parted by tabs. Of several scopes, parted by commas, one is
    /// enough; `-` in place of a scope means every key.
    ///
    /// @throws IllegalArgumentException for a line that is none: better not to start than to be open
    public static Doors of(List<String> lines) {
        var doors = new Doors();
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(doors::add);
        return doors;
    }

    private void add(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != 3 || !fields[1].startsWith("/")) {
            throw new IllegalArgumentException("no line of doors, `METHOD path scope` parted by tabs: " + line);
        }
        var door = fields[2].equals(ANY_KEY) ? OPEN : guarded(fields[2]);
        var step = root;
        for (var segment : fields[1].substring(1).split("/", -1)) {
            step = segment.startsWith("{") ? step.any() : step.named(segment);
        }
        step.add(HttpMethod.valueOf(fields[0]), door);
    }

    private static Door guarded(String scopes) {
        return new Door.Guarded(
                Arrays.stream(scopes.split(",", -1)).map(Scope::of).toList());
    }

    /// The door for a request. A `HEAD` goes where a `GET` goes.
    public Door at(HttpMethod method, PathContainer path) {
        var found = find(root, path.elements(), 0);
        if (found.isEmpty()) {
            return NONE;
        }
        var door = found.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        return door == null ? new Door.Elsewhere(methods(found.keySet())) : door;
    }

    private static Set<HttpMethod> methods(Set<HttpMethod> known) {
        var methods = new LinkedHashSet<>(known);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    // a name goes before a variable
    private static Map<HttpMethod, Door> find(Step from, List<Element> elements, int at) {
        if (at == elements.size()) {
            return from.doors();
        }
        if (at + 1 >= elements.size() || !(elements.get(at + 1) instanceof PathSegment segment)) {
            return Map.of();
        }
        var name = segment.valueToMatch();
        var named = from.next(name);
        if (named.isPresent()) {
            var found = find(named.get(), elements, at + 2);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return isOrdinary(name) && from.variable().isPresent()
                ? find(from.variable().get(), elements, at + 2)
                : Map.of();
    }

    /// Services walk `..` and may take what is encoded for a slash: what goes in through one door must not come out of
    /// another.
    private static boolean isOrdinary(String name) {
        return !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
    }
}
