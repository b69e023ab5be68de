package dev.universalapi.gateway.identity.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/// One segment on the way to doors.
final class Step {
    private final Map<String, Step> named = new HashMap<>();
    private final Map<HttpMethod, Door> doors = new HashMap<>();
    private Optional<Step> variable = Optional.empty();

    Step named(String segment) {
        return named.computeIfAbsent(segment, _ -> new Step());
    }

    Step any() {
        var step = variable.orElseGet(Step::new);
        variable = Optional.of(step);
        return step;
    }

    void add(HttpMethod method, Door door) {
        if (doors.put(method, door) != null) {
            throw new IllegalArgumentException("two lines of doors for one " + method);
        }
    }

    Optional<Step> next(String segment) {
        return Optional.ofNullable(named.get(segment));
    }

    Optional<Step> variable() {
        return variable;
    }

    Map<HttpMethod, Door> doors() {
        return doors;
    }
}
