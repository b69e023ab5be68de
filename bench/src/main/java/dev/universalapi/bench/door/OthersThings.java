package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What belongs to another organisation is for nobody to tell from what is not there: by its body, by its time, or by
/// a list.
final class OthersThings implements Scene {
    private static final int MISSING = 404;
    /// Two medians of the same thing on a busy machine.
    private static final double NOISE_MILLIS = 3;

    private static final double NOISE_SHARE = 0.5;

    /// Under a name that who asks has chosen: what is missing there is made, as his own.
    private static final String MAKES = "PUT";

    /// Where lists are that show what somebody has.
    private static final List<String> ADMINISTRATION = List.of(
            "/api/organisations",
            "/api/projects",
            "/api/keys",
            "/api/credentials",
            "/api/audit",
            "/api/limits",
            "/api/requests",
            "/api/analytics");

    /// A stream that tells figures for as long as somebody listens.
    private static final String ENDLESS = "/api/analytics/live";

    /// Ids that nothing else has.
    private static final List<String> TELLING =
            List.of("organisations/{id}", "projects/{id}", "keys/{id}", "requests/{id}");

    private final Gates gates;
    private final Tenants tenants;
    private final int times;

    /// @param times how often each is timed
    OthersThings(Gates gates, Tenants tenants, int times) {
        this.gates = gates;
        this.tenants = tenants;
        this.times = times;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("What belongs to another organisation");
        var routes = Route.all(stage.openApi());
        var owned = routes.stream()
                .filter(route -> Examples.isOwned(route)
                        && !route.method().equals(MAKES)
                        && Examples.MISSING.path(route.template()).isPresent())
                .toList();
        var mine = tenants.tenant("Mine", "internal");
        var theirs = theirs();
        var broken = new ArrayList<String>();
        var slow = new ArrayList<String>();
        for (var route : owned) {
            compare(route, mine, theirs, broken);
            time(report, route, mine, theirs, slow);
        }
        report.checkAll("another's is a 404, word for word that of a missing one", owned.size(), broken);
        report.checkAll("and takes as long", owned.size(), slow);
        lists(report, routes, mine, theirs);
    }

    /// An organisation that has one of everything.
    private Examples theirs() throws Exception {
        var tenant = tenants.tenant("Theirs", "internal");
        var key = tenants.key(tenant, "theirs", Map.of());
        var asked = Tenants.expect(200, gates.get(0, key.text(), Tenants.CACHED));
        var request = asked.headers().firstValue("X-Request-Id").orElseThrow();
        tenants.credential(tenant, "a key of another organisation");
        return Examples.with(Map.of(
                "organisations/{id}", tenant.id(),
                "projects/{id}", tenant.project(),
                "keys/{id}", key.id(),
                "requests/{id}", request,
                "credentials/{provider}", Tenants.OWN_PROVIDER));
    }

    private void compare(Route route, Tenant mine, Examples theirs, List<String> broken) throws Exception {
        var other = ask(route, mine, theirs);
        var missing = ask(route, mine, Examples.MISSING);
        if (other.status() != MISSING || !same(other, missing)) {
            broken.add("%s: %s instead of %s".formatted(route, other, missing));
        }
    }

    private void time(Report report, Route route, Tenant mine, Examples theirs, List<String> slow) throws Exception {
        var others = new double[times];
        var missing = new double[times];
        for (var i = 0; i < times; i++) {
            others[i] = millis(route, mine, theirs);
            missing[i] = millis(route, mine, Examples.MISSING);
        }
        var one = median(others);
        var none = median(missing);
        report.figure(route + ": median of another's, a missing one, ms", "%.2f, %.2f".formatted(one, none));
        if (Math.abs(one - none) > NOISE_MILLIS + NOISE_SHARE * Math.min(one, none)) {
            slow.add("%s took %.2f instead of %.2f ms".formatted(route, one, none));
        }
    }

    private double millis(Route route, Tenant mine, Examples examples) throws Exception {
        var begun = System.nanoTime();
        ask(route, mine, examples);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Answer ask(Route route, Tenant mine, Examples examples) throws Exception {
        var path = examples.path(route.template()).orElseThrow();
        return gates.ask(mine.owner().text(), route.method(), path, route.body(), "If-Match", "\"1\"");
    }

    // what differs between any two answers: the request, and the id that was asked for
    private static boolean same(Answer other, Answer missing) {
        return other.status() == missing.status()
                && other.at("/type").equals(missing.at("/type"))
                && other.at("/title").equals(missing.at("/title"))
                && plain(other).equals(plain(missing));
    }

    private static String plain(Answer answer) {
        var told = answer.body().deepCopy();
        if (told instanceof ObjectNode object) {
            object.remove(List.of("instance", "requestId"));
        }
        return told.toString();
    }

    /// No list shows anything of it either.
    private void lists(Report report, List<Route> routes, Tenant mine, Examples theirs) throws Exception {
        var lists = routes.stream()
                .filter(route ->
                        route.method().equals("GET") && !route.template().contains("{"))
                .filter(route -> ADMINISTRATION.stream().anyMatch(route.template()::startsWith))
                .filter(route -> !route.isOperators() && !route.template().equals(ENDLESS))
                .toList();
        var broken = new ArrayList<String>();
        for (var route : lists) {
            var answer = ask(route, mine, theirs);
            theirs.ids().forEach((name, id) -> {
                if (TELLING.contains(name) && answer.text().contains(id)) {
                    broken.add("%s shows %s of another: %s".formatted(route, name, id));
                }
            });
        }
        report.checkAll("no list shows anything of another organisation", lists.size(), broken);
    }
}
