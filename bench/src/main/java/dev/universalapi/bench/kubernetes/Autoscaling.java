package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Doors;
import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import java.time.Duration;

/// More load than one search-service has CPU for brings more of them, and less load fewer.
record Autoscaling(Play play, int perSecond) {
    private static final String PART = "search-service";
    /// Where two cores serve everybody, none of them is ever busy by one pod alone.
    private static final String TARGET = """
            [{"op":"replace","path":"/spec/metrics/0/containerResource/target/averageValue","value":"250m"}]""";
    private static final Duration UP = Duration.ofMinutes(3);
    private static final Duration DOWN = Duration.ofMinutes(10);

    void upAndDown() throws Exception {
        play.report().section("HPA of search-service, %d new questions a second more".formatted(perSecond));
        var least = minimum();
        play.cluster().ask("patch", "horizontalpodautoscaler", PART, "--type=json", "--patch", TARGET);
        var questions = new Questions();
        try (var doors = new Doors(play.gateway(), play.key());
                var more = new Load(doors, perSecond, questions::fresh).steady()) {
            play.under("load comes", () -> {
                var up = Patience.secondsUntil(UP, () -> play.cluster().replicas(PART) > least);
                play.report().figure("more replicas are wanted after, s", up);
                play.report().check("it scales up under load", up >= 0, "not within " + UP);
                play.settled(PART);
                play.report().figure("replicas", play.cluster().replicas(PART));
            });
            play.report().figure("of the load beside, %", 100 * more.end().share());
        }
        play.under("load goes", () -> {
            var down = Patience.secondsUntil(DOWN, () -> play.cluster().replicas(PART) == least);
            play.report().figure("as few as before after, s", down);
            play.report().check("it scales down again", down >= 0, "not within " + DOWN);
        });
    }

    private int minimum() throws Exception {
        return Integer.parseInt(play.cluster()
                .ask("get", "horizontalpodautoscaler", PART, "-o", "jsonpath={.spec.minReplicas}")
                .strip());
    }
}
