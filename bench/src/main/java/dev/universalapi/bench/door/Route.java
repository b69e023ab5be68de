package dev.universalapi.bench.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An operation, as the published document describes it.
///
/// @param method in capitals
/// @param template `/api/keys/{id}`
/// @param isSecured whether it says anything of its security at all
/// @param scopes of which one is enough; any key will do where there are none
record Route(String method, String template, boolean isSecured, List<String> scopes) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// All of them, in the order of the document. What holds for the whole document does not count: an operation
    /// that says nothing has been forgotten.
    static List<Route> all(JsonNode document) {
        var routes = new ArrayList<Route>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        routes.add(of(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }));
        return List.copyOf(routes);
    }

    private static Route of(String method, String template, JsonNode operation) {
        var security = operation.path("security");
        var scopes = security.valueStream()
                .flatMap(way -> way.valueStream().flatMap(JsonNode::valueStream))
                .map(JsonNode::asString)
                .toList();
        return new Route(method.toUpperCase(Locale.ROOT), template, !security.isEmpty(), scopes);
    }

    boolean isOperators() {
        return !scopes.isEmpty() && scopes.stream().allMatch(scope -> scope.startsWith("operator:"));
    }

    /// What is sent with it: nothing that anybody would do, but well-formed.
    String body() {
        if (template.endsWith("/rotate")) {
            return "{\"grace\": \"0\"}";
        }
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH") ? "{}" : "";
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
