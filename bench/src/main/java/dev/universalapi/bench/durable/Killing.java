package dev.universalapi.bench.durable;

import dev.universalapi.bench.durable.Act.Death;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.suite.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every process but the launcher is killed, and comes back by itself.
final class Killing {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String SANDBOX = "sandbox";
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    private static final int IN_A_ROW = 10;

    /// In short one of each kind, and those that do not need each other at once.
    private static final List<List<String>> AT_ONCE = List.of(
            List.of("search-service", "analytics-service", "redis"),
            List.of("gateway-2", "config-server", "postgres"),
            List.of("discovery", SANDBOX, "kafka", "auth-service"));

    private static final List<List<String>> ONE_BY_ONE = List.of(
            List.of("search-service"),
            List.of("search-service-2"),
            List.of("gateway"),
            List.of("gateway-2"),
            List.of("analytics-service"),
            List.of("auth-service"),
            List.of("discovery"),
            List.of("config-server"),
            List.of(SANDBOX),
            List.of("redis"),
            List.of("postgres"),
            List.of("kafka"));

    private final Act act;

    Killing(Act act) {
        this.act = act;
    }

    void play() throws Exception {
        act.report().section("Killed, and back by themselves");
        var waves = act.scale().brief() ? AT_ONCE : ONE_BY_ONE;
        for (var wave : waves) {
            act.under(String.join(", ", wave), () -> strike(wave));
        }
        var killed = waves.stream().flatMap(List::stream).toList();
        var spared = act.suite().instances().stream()
                .map(act.scale().brief() ? Instance::part : Instance::name)
                .filter(name -> !killed.contains(name) && !killed.contains(name + "-2"))
                .toList();
        act.report().check("nothing was spared", spared.isEmpty(), spared.toString());
        act.counted("when all are back");
    }

    private void strike(List<String> names) throws Exception {
        var wave = act.suite().instances().stream()
                .filter(instance -> names.contains(instance.name()))
                .toList();
        var before = wave.stream().collect(Collectors.toMap(Function.identity(), act.suite()::pid));
        if (names.contains(SANDBOX)) {
            act.questions().fill(act.doors());
            act.questions().onlyKnown(true);
            Thread.sleep(UNDER_WAY); // what is new and under way would fail with the outside world
        }
        before.forEach((instance, pid) -> {
            act.deaths().add(new Death(instance.part(), act.load().now(), pid));
            act.suite().kill(instance);
        });
        var back =
                Patience.secondsUntil(LONGEST, () -> before.entrySet().stream().allMatch(this::isBack));
        act.report()
                .check(
                        String.join(", ", names) + ": back by themselves",
                        back >= 0,
                        "not within " + LONGEST.toSeconds() + " s");
        if (names.contains(SANDBOX)) {
            var well = Patience.secondsUntil(LONGEST, this::asksAgain);
            act.report().check("providers are asked again", well >= 0, "not within " + LONGEST.toSeconds() + " s");
            act.questions().onlyKnown(false);
        }
        Thread.sleep(settling()); // gateways look at discovery every five seconds
    }

    private Duration settling() {
        return Duration.ofMillis(act.scale().of(10_000, 5_500));
    }

    private boolean isBack(Map.Entry<Instance, Long> before) {
        var instance = before.getKey();
        var pid = act.suite().pid(instance);
        var registers = instance.part().endsWith("-service") || instance.part().equals("gateway");
        return pid != 0
                && pid != before.getValue()
                && act.suite().condition(instance) == Condition.READY
                && (!registers || act.suite().registered(instance));
    }

    private boolean asksAgain() throws Exception {
        for (var i = 0; i < IN_A_ROW; i++) {
            var question = act.questions().fresh();
            if (act.doors().get(question.path(), question.headers()).status() != 200) {
                return false;
            }
        }
        return true;
    }
}
