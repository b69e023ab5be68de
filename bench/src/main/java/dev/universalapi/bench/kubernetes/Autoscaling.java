package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Doors;
import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import java.time.Duration;

/// More load than one search-service is to bear brings more of them, and less load fewer. What one is to bear is set to
/// a quarter more than it uses now: on a small node it never comes to what the overlay says.
record Autoscaling(Play play, int perSecond) {
    private static final String PART = "search-service";
    private static final int LEAST = 100;
    private static final int LOOKS = 4;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final double ALIKE = 0.2;
    private static final Duration WARM = Duration.ofMinutes(4);
    private static final Duration UP = Duration.ofMinutes(3);
    private static final Duration DOWN = Duration.ofMinutes(5);

    void upAndDown() throws Exception {
        play.report().section("HPA of search-service, %d new questions a second more".formatted(perSecond));
        var target = Math.max(LEAST, steady() * 5 / 4);
        play.report().figure("target of CPU a pod, m", target);
        var patch = """
                [{"op":"replace","path":"/spec/metrics/0/containerResource/target/averageValue","value":"%dm"}]""".formatted(target);
        play.cluster().ask("patch", "horizontalpodautoscaler", PART, "--type=json", "--patch", patch);
        play.cluster().autoscale(true);
        var least = minimum();
        var few = falls(least) >= 0;
        play.report().check("it starts with as few as there may be", few, "not within " + DOWN);
        if (!few) {
            return; // more would be there already, whatever comes
        }
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
            var down = falls(least);
            play.report().figure("as few as before after, s", down);
            play.report().check("it scales down again", down >= 0, "not within " + DOWN);
        });
        play.cluster().autoscale(false);
    }

    private double falls(int least) throws InterruptedException {
        return Patience.secondsUntil(DOWN, () -> play.cluster().replicas(PART) == least);
    }

    /// What all of its pods use, in thousandths of a core, once Java compiles no more of it.
    private int steady() throws Exception {
        var until = System.nanoTime() + WARM.toNanos();
        var before = used();
        var now = used();
        while (Math.abs(now - before) > ALIKE * before && System.nanoTime() < until) {
            before = now;
            now = used();
        }
        return now;
    }

    private int used() throws Exception {
        var sum = 0;
        for (var i = 0; i < LOOKS; i++) {
            Thread.sleep(LOOK);
            sum += play.cluster().millicores(PART);
        }
        return sum / LOOKS;
    }

    private int minimum() throws Exception {
        return Integer.parseInt(play.cluster()
                .ask("get", "horizontalpodautoscaler", PART, "-o", "jsonpath={.spec.minReplicas}")
                .strip());
    }
}
