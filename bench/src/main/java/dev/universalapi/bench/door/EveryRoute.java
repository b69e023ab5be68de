package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/// Every operation of the published document: nobody without a key, nobody without its scope, and whoever has the scope
/// gets as far as the service.
final class EveryRoute implements Scene {
    private static final int AT_ONCE = 16;
    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;
    private static final String SCOPES = "scopes";
    private static final String OPERATOR = "operator:";

    private final Gates gates;
    private final Tenants tenants;

    EveryRoute(Gates gates, Tenants tenants) {
        this.gates = gates;
        this.tenants = tenants;
    }

    /// Keys of one scope: one that has nothing else, and one that has everything else.
    private record Pair(Tenants.Key only, Tenants.Key others) {}

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Every operation of openapi.yml");
        var routes = Route.all(stage.openApi());
        report.checkAll(
                "every operation says which scope it wants", routes.size(), named(routes, route -> !route.isSecured()));
        report.checkAll(
                "every part of a path has an example",
                routes.size(),
                named(routes, route -> Examples.MISSING.path(route.template()).isEmpty()));
        var askable = routes.stream()
                .filter(route -> route.isSecured()
                        && Examples.MISSING.path(route.template()).isPresent())
                .toList();
        var tenant = tenants.tenant("Every route", "internal");
        var pairs = pairs(tenant, askable);
        report.figure("operations", askable.size());
        report.figure("scopes", pairs.size());
        refused(report, "without credentials: 401", askable, UNKNOWN, _ -> "");
        refused(report, "with a key that is none: 401", askable, UNKNOWN, _ -> "uapi_live_" + "x".repeat(38));
        refused(
                report,
                "with every scope but the one: 403",
                guarded(askable),
                FORBIDDEN,
                route -> pair(pairs, route).others().text());
        entered(report, askable, pairs);
    }

    private static List<Route> guarded(List<Route> routes) {
        return routes.stream().filter(route -> !route.scopes().isEmpty()).toList();
    }

    private static Pair pair(Map<String, Pair> pairs, Route route) {
        return route.scopes().stream()
                .filter(pairs::containsKey)
                .map(pairs::get)
                .findFirst()
                .orElseGet(pairs.values().iterator()::next);
    }

    private static List<String> named(List<Route> routes, Predicate<Route> which) {
        return routes.stream().filter(which).map(Route::toString).toList();
    }

    // of several scopes that open a route each is enough: with every scope but the one means without the others too;
    // operators' scopes are in no key that an organisation can make
    private Map<String, Pair> pairs(Tenant tenant, List<Route> routes) throws Exception {
        var scopes = new TreeSet<String>();
        routes.stream().filter(route -> !route.isOperators()).forEach(route -> scopes.addAll(route.scopes()));
        scopes.removeIf(scope -> scope.startsWith(OPERATOR));
        var tasks = new ArrayList<Callable<Map.Entry<String, Pair>>>();
        for (var scope : scopes) {
            var instead = routes.stream()
                    .filter(route -> route.scopes().contains(scope))
                    .flatMap(route -> route.scopes().stream())
                    .toList();
            var others =
                    scopes.stream().filter(other -> !instead.contains(other)).toList();
            tasks.add(() -> Map.entry(
                    scope,
                    new Pair(
                            tenants.key(tenant, "only " + scope, Map.of(SCOPES, List.of(scope))),
                            tenants.key(tenant, "all but " + scope, Map.of(SCOPES, others)))));
        }
        var pairs = new TreeMap<String, Pair>();
        Gates.crowd(AT_ONCE, tasks).forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
        return pairs;
    }

    /// Which key a route is asked with; empty for none.
    private interface Choice {
        String of(Route route);
    }

    private void refused(Report report, String promise, List<Route> routes, int wanted, Choice choice)
            throws Exception {
        report.checkAll(promise, routes.size(), asked(routes, choice, status -> status == wanted));
    }

    private void entered(Report report, List<Route> routes, Map<String, Pair> pairs) throws Exception {
        Choice choice = route -> route.isOperators()
                ? tenants.operator()
                : pair(pairs, route).only().text();
        report.checkAll(
                "with that scope and no other: let in",
                routes.size(),
                asked(routes, choice, status -> status != UNKNOWN && status != FORBIDDEN));
    }

    /// What came of those that did not end as wanted.
    private List<String> asked(List<Route> routes, Choice choice, Predicate<Integer> wanted) throws Exception {
        var tasks = new ArrayList<Callable<String>>();
        for (var route : routes) {
            tasks.add(() -> {
                var status = status(route, choice.of(route));
                return wanted.test(status) ? "" : route + " gave " + status;
            });
        }
        return Gates.crowd(AT_ONCE, tasks).stream()
                .filter(told -> !told.isEmpty())
                .toList();
    }

    private int status(Route route, String key) throws Exception {
        var path = Examples.MISSING.path(route.template()).orElseThrow();
        var headers = key.isEmpty() ? new String[0] : Gates.bearer(key);
        return gates.first().status(route.method(), path, route.body(), headers);
    }
}
