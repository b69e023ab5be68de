package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Report;

/// What a caller may get wrong is told by the right problem, naming the field.
final class WrongInput implements Scene {
    private static final String WEATHER = "/api/weather/current";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int TWENTY_KILOBYTES = 20 * 1024;

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Wrong input");
        naming("latitude=95", "latitude", stage, report);
        naming("longitude=2.35", "latitude", stage, report);
        naming("latitude=1&latitude=2", "latitude", stage, report);
        naming("latitude=north", "latitude", stage, report);
        naming("latitude=NaN", "latitude", stage, report);
        naming("latitude=1&colour=red", "colour", stage, report);

        var body = stage.gateway().post(WEATHER, new byte[TEN_MEGABYTES]);
        expect("a body of 10 MB", body, 413, "body-too-large", report);
        var header = stage.gateway().get(WEATHER, "X-Long", "x".repeat(TWENTY_KILOBYTES));
        expect("a header of 20 KB", header, 431, "headers-too-large", report);
        report.check(
                "it names the header",
                header.text().toLowerCase(java.util.Locale.ROOT).contains("x-long"),
                header.toString());
        var category = stage.gateway().get("/api/wether/current");
        expect("an unknown category", category, 404, "not-found", report);
        var timeout = stage.gateway().get(WEATHER + "?latitude=1&longitude=1", "X-Request-Timeout-Ms", "soon");
        expect("a timeout that is no number", timeout, 400, "invalid-parameter", report);
        var route = stage.gateway().get(WEATHER + "?latitude=1&longitude=1", "X-Route", "{\"only\":[\"nobody\"]}");
        expect("a route to nobody", route, 400, "invalid-route", report);
        var stranger = stage.stranger().get(WEATHER + "?latitude=1&longitude=1");
        expect("no key", stranger, 401, "missing-key", report);
        report.check("it says how to get one", stranger.at("/detail").contains("./universal up"), stranger.toString());
    }

    private static void naming(String query, String field, Stage stage, Report report) throws Exception {
        var full = query.contains("longitude") ? query : query + "&longitude=2.35";
        var reply = stage.gateway().get(WEATHER + "?" + full);
        report.check(
                query + " is a problem that names " + field,
                reply.status() == 400
                        && reply.at("/type").endsWith("/invalid-parameter")
                        && reply.at("/errors/0/parameter").equals(field),
                reply.toString());
    }

    private static void expect(String what, Answer reply, int status, String problem, Report report) {
        report.check(
                what + " is " + status + " " + problem,
                reply.status() == status
                        && reply.at("/type").endsWith("/" + problem)
                        && reply.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                reply.toString());
    }
}
