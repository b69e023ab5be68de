package dev.universalapi.bench.door;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.suite.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Limits are exact over all gateways: a rate under a burst, and a month's quota while one of them dies.
final class ExactLimits implements Scene {
    private static final int OK = 200;
    private static final int LIMITED = 429;
    private static final int NOTHING = 0;
    private static final int RATE = 10;
    private static final int BURST = 1_000;
    private static final int AT_ONCE = 96;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Gates gates;
    private final Tenants tenants;
    private final int quota;
    private final Duration lease;

    /// @param quota calls a month
    /// @param lease how long a gateway that died may have held calls
    ExactLimits(Gates gates, Tenants tenants, int quota, Duration lease) {
        this.gates = gates;
        this.tenants = tenants;
        this.quota = quota;
        this.lease = lease;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        var tenant = tenants.tenant("Exact", "internal");
        report.section("Ten a minute, %,d at once over %d gateways".formatted(BURST, gates.count()));
        burst(
                report,
                tenants.key(tenant, "ten a minute", Tenants.limits("rates", Map.of("requests", RATE, "per", "PT1M"))));
        report.section("%,d a month, %,d wanted over %d gateways, one of them killed"
                .formatted(quota, wanted(), gates.count()));
        var more = new TreeMap<String, Object>(
                Tenants.limits("quotas", Map.of("amount", quota, "per", "month", "hard", true)));
        more.put("scopes", List.of("weather:read", "limits:read"));
        month(stage, report, tenants.key(tenant, "a month", more));
    }

    private int wanted() {
        return quota * 6 / 5;
    }

    private void burst(Report report, Tenants.Key key) throws Exception {
        var begin = new CountDownLatch(1);
        var tasks = new ArrayList<Callable<Answer>>();
        for (var i = 0; i < BURST; i++) {
            var gate = i % gates.count();
            tasks.add(() -> {
                begin.await();
                return gates.get(gate, key.text(), Tenants.CACHED);
            });
        }
        tasks.add(() -> {
            begin.countDown();
            return gates.get(0, key.text(), Tenants.CACHED);
        });
        var begun = System.nanoTime();
        var answers = Gates.crowd(tasks.size(), tasks);
        report.figure("all answered after, s", (System.nanoTime() - begun) / 1e9);
        var statuses = new TreeMap<Integer, Integer>();
        answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
        report.figure("answers by status", statuses);
        report.check(
                "exactly %d are let in".formatted(RATE), statuses.getOrDefault(OK, 0) == RATE, statuses.toString());
        var limited =
                answers.stream().filter(answer -> answer.status() == LIMITED).toList();
        report.checkAll("whoever is refused is told when to come back", limited.size(), untold(limited));
        report.check("and hardly anybody otherwise", limited.size() >= BURST / 2, statuses.toString());
    }

    private static List<String> untold(List<Answer> limited) {
        return limited.stream()
                .filter(answer ->
                        answer.headers().firstValueAsLong("Retry-After").orElse(0) < 1
                                || answer.headers()
                                        .firstValue("RateLimit-Policy")
                                        .isEmpty()
                                || !answer.at("/type").endsWith("rate-limited"))
                .map(answer -> answer + " " + answer.headers().map().keySet())
                .toList();
    }

    private void month(Stage stage, Report report, Tenants.Key key) throws Exception {
        var victim = gates.instances().getLast();
        var pid = stage.suite().pid(victim);
        var twice = new AtomicInteger();
        var statuses = rush(stage, report, victim, key, twice);
        var over = System.nanoTime();
        var admitted = statuses.getOrDefault(OK, 0);
        var lost = statuses.getOrDefault(NOTHING, 0);
        report.figure("answers by status, 0 for none", statuses);
        report.figure("left as /api/limits tells, before leases end", left(key));
        report.check("no more than the quota is let in", admitted <= quota, statuses.toString());
        awaitBack(stage, report, victim, pid);
        Thread.sleep(Math.max(0, lease.toMillis() - (System.nanoTime() - over) / 1_000_000));
        var rest = left(key);
        var more = untilSpent(key);
        report.figure("left when leases have ended, let in then", rest + ", " + more);
        report.check("what is left can be had, and no more", rest == more, rest + " left, " + more + " let in");
        var all = admitted + more;
        report.check("0 too many", all <= quota, all + " of " + quota);
        report.figure("calls without an answer when the gateway was killed", lost);
        report.figure("calls that were asked again elsewhere, since it died over them", twice);
        report.figure("of them counted", quota - all);
        report.check(
                "nothing leaks",
                quota - all <= lost + twice.get() && left(key) == 0,
                all + " of " + quota + ", " + lost + ", " + twice);
    }

    // Java's client asks a second time, and says nothing of it, where a connection that it had broke before an answer
    // came: of such a call, the gateway that died may have counted the first time
    private Map<Integer, Integer> rush(
            Stage stage, Report report, Instance victim, Tenants.Key key, AtomicInteger twice) throws Exception {
        var killed = new AtomicBoolean();
        var startedBefore = new ThreadLocal<Boolean>();
        var door = gates.door(key.text(), () -> {
            if (startedBefore.get()) {
                twice.incrementAndGet();
            }
        });
        var asked = new AtomicInteger();
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < wanted(); i++) {
            tasks.add(() -> {
                if (asked.incrementAndGet() == quota / 2) {
                    stage.suite().kill(victim);
                    killed.set(true);
                }
                startedBefore.set(!killed.get());
                try {
                    return door.get(Tenants.CACHED).status();
                } catch (IOException _) {
                    return NOTHING;
                }
            });
        }
        var begun = System.nanoTime();
        var statuses = new TreeMap<Integer, Integer>();
        Gates.crowd(AT_ONCE, tasks).forEach(status -> statuses.merge(status, 1, Integer::sum));
        report.figure("calls a second", wanted() / ((System.nanoTime() - begun) / 1e9));
        return statuses;
    }

    private int left(Tenants.Key key) throws Exception {
        var answer = Tenants.expect(OK, gates.get(0, key.text(), "/api/limits"));
        return answer.body()
                .path("data")
                .path("quotas")
                .valueStream()
                .mapToInt(one -> one.path("left").asInt())
                .min()
                .orElse(-1);
    }

    /// How many more are let in, one after the other, until one is refused for good.
    private int untilSpent(Tenants.Key key) throws Exception {
        var more = 0;
        for (var refused = 0; refused < gates.count(); ) {
            var answer = gates.get(refused % 2, key.text(), Tenants.CACHED);
            more += answer.status() == OK ? 1 : 0;
            refused += answer.status() == OK ? 0 : 1;
        }
        return more;
    }

    private void awaitBack(Stage stage, Report report, Instance victim, long pid) throws InterruptedException {
        var back = Patience.secondsUntil(
                LONGEST,
                () -> stage.suite().pid(victim) != pid
                        && stage.suite().condition(victim) == Condition.READY
                        && stage.suite().registered(victim));
        report.figure("the killed gateway is back after, s", back);
        report.check("the killed gateway is back by itself", back >= 0, "not within " + LONGEST);
    }
}
