package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.CatalogueFolder;
import dev.universalapi.bench.stage.CatalogueFolder.Expectation;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Every provider of the first operations alone gives its sample's expected answer, and all of an operation answer in
/// one shape.
final class EveryProvider implements Scene {
    private static final List<String> OPERATIONS =
            List.of("weather/current", "weather/forecast", "exchange/latest", "exchange/history", "joke/random");

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Every provider alone");
        var weather = stage.fresh().get("/api/weather/current?latitude=48.85&longitude=2.35");
        report.check(
                "weather is answered, naming its provider",
                weather.status() == 200 && !weather.at("/meta/provider").isEmpty(),
                weather.toString());

        var catalogue = CatalogueFolder.read(stage.project());
        for (var operation : OPERATIONS) {
            playOperation(operation, catalogue.firstOfEach(operation), stage, report);
        }
    }

    private static void playOperation(String operation, List<Expectation> expectations, Stage stage, Report report)
            throws IOException, InterruptedException {
        var broken = new ArrayList<String>();
        var shape = new TreeSet<String>();
        for (var expectation : expectations) {
            var provider = expectation.provider();
            var reply = stage.fresh().get(expectation.path(), "X-Route", "{\"only\":[\"" + provider + "\"]}");
            if (reply.status() != 200 || !Json.equal(reply.body().at("/data"), expectation.answer())) {
                broken.add(provider + " gave " + reply + " for " + expectation.answer());
                continue;
            }
            var own = Json.shape(reply.body().at("/data"));
            if (shape.isEmpty()) {
                shape.addAll(own);
            } else if (!own.equals(shape)) {
                broken.add(provider + " has the shape " + own + ", not " + shape);
            }
            if (!reply.at("/meta/provider").equals(provider)) {
                broken.add(provider + " was asked for, " + reply.at("/meta/provider") + " answered");
            }
        }
        report.checkAll(operation + ": each equals its sample's answer, all of one shape", expectations.size(), broken);
    }

    /// Comparisons of trees.
    static final class Json {
        private Json() {}

        /// Equal, numbers by value: `1` is `1.0`.
        static boolean equal(JsonNode left, JsonNode right) {
            if (left.isNumber() && right.isNumber()) {
                return left.decimalValue().compareTo(right.decimalValue()) == 0;
            }
            if (left.isArray() && right.isArray()) {
                return left.size() == right.size()
                        && java.util.stream.IntStream.range(0, left.size())
                                .allMatch(i -> equal(left.get(i), right.get(i)));
            }
            if (left.isObject() && right.isObject()) {
                return left.size() == right.size()
                        && left.propertyStream()
                                .allMatch(member -> equal(member.getValue(), right.path(member.getKey())));
            }
            return left.equals(right);
        }

        /// The paths of all members, elements of a list taken together.
        static SortedSet<String> shape(JsonNode tree) {
            var paths = new TreeSet<String>();
            collect(tree, "", paths);
            return paths;
        }

        private static void collect(JsonNode tree, String path, SortedSet<String> paths) {
            if (tree.isObject()) {
                tree.propertyStream().forEach(member -> {
                    paths.add(path + "/" + member.getKey());
                    collect(member.getValue(), path + "/" + member.getKey(), paths);
                });
            } else if (tree.isArray()) {
                tree.forEach(element -> collect(element, path + "/*", paths));
            }
        }
    }
}
