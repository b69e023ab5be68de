package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Frozen;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.launcher.identity.ApiKey;
import dev.universalapi.launcher.suite.Instance;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// What the door does while something that it leans on is gone: neither open to all nor shut to all.
final class StoresAway implements Scene {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String QUOTAS = "quotas";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int QUOTA = 300;
    private static final int USED = 100;
    /// As documented: of a quota of which nobody knows what was used, one in a hundred, and at least ten.
    private static final int ALLOWANCE = 10;

    /// Nobody sets the clock of the machine that a proof runs on.
    private static final String CLOCK = "see RedisClockTests.aClockThatIsFarFromRedisTimeIsNotReady";

    private static final int RATE = 30;
    private static final int AT_ONCE = 48;
    private static final int PER_SECOND = 40;
    private static final String USAGE = "select count(*) from usage where settles and organisation = ?";

    private final Gates gates;
    private final Tenants tenants;
    private final Stores stores;
    private final Scale scale;

    StoresAway(Gates gates, Tenants tenants, Stores stores, Scale scale) {
        this.gates = gates;
        this.tenants = tenants;
        this.stores = stores;
        this.scale = scale;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        emptied(stage, report);
        redisStopped(stage, report);
        unknownAndUncounted(stage, report);
        report.figure("a gateway's clock over 30 s off Redis's", CLOCK);
    }

    private void emptied(Stage stage, Report report) throws Exception {
        report.section("Redis emptied, a quota of %d, %d of them used".formatted(QUOTA, USED));
        var tenant = tenants.tenant("Emptied", "internal");
        var more = new TreeMap<String, Object>(
                Tenants.limits(QUOTAS, Map.of("amount", QUOTA, "per", "month", "hard", true)));
        more.put("scopes", List.of("weather:read", "limits:read"));
        var key = tenants.key(tenant, "emptied", more);
        var used = burst(key, USED);
        report.check("all of them are let in before", admitted(used) == USED, used.toString());
        var counted = Patience.secondsUntil(LONGEST, () -> usage(tenant) == USED);
        report.figure("usage is counted after, s", counted);
        report.check("usage is counted", counted >= 0, usage(tenant) + " of " + USED);
        Map<Integer, Integer> meanwhile;
        var analytics =
                stage.suite().pid(stage.suite().instances("analytics-service").getFirst());
        try (var _ = Frozen.freeze(analytics)) { // so that nobody can tell what was used
            stores.redis(redis -> redis.flushall());
            meanwhile = burst(key, QUOTA / 2);
        }
        report.figure("answers by status while nobody knows", meanwhile);
        report.check(
                "no more than the allowance meanwhile, and not nothing",
                admitted(meanwhile) > 0 && admitted(meanwhile) <= ALLOWANCE,
                meanwhile.toString());
        var wanted = QUOTA - USED - admitted(meanwhile);
        var rebuilt = Patience.secondsUntil(LONGEST, () -> {
            burst(key, 0);
            return left(key) == wanted;
        });
        report.figure("quotas are counted again after, s", rebuilt);
        report.check("quotas are what usage says", rebuilt >= 0, left(key) + " left instead of " + wanted);
        var rest = burst(key, QUOTA);
        report.check("and no call too many in all", admitted(rest) <= wanted, rest + ", " + wanted + " were left");
        report.check("nor too few", admitted(rest) == wanted, rest + ", " + wanted + " were left");
    }

    private void redisStopped(Stage stage, Report report) throws Exception {
        report.section("Redis stopped, %d a minute over %d gateways".formatted(RATE, gates.count()));
        var tenant = tenants.tenant("Shared", "internal");
        var key = tenants.key(tenant, "shared", Tenants.limits("rates", Map.of("requests", RATE, "per", "PT1M")));
        var free = tenants.key(tenant, "free", Map.of("scopes", List.of("weather:read", "limits:read")));
        everywhere(free);
        everywhere(key);
        var redis = stage.suite().instances("redis").getFirst();
        stage.suite().stop(redis);
        var told = Patience.secondsUntil(LONGEST, () -> counted(free).stream().allMatch("share"::equals));
        report.check(
                "every gateway says that it has its share",
                told >= 0,
                counted(free).toString());
        var share = RATE / gates.count();
        var broken = new ArrayList<String>();
        for (var gate = 0; gate < gates.count(); gate++) {
            var answers = burst(key, RATE * 2, gate);
            report.figure("gateway " + (gate + 1) + ": answers by status", answers);
            if (admitted(answers) != share) {
                broken.add("gateway %d let in %d instead of %d: %s"
                        .formatted(gate + 1, admitted(answers), share, answers));
            }
        }
        report.checkAll("each gateway lets in its share of the rate, %d".formatted(share), gates.count(), broken);
        stage.suite().start(redis);
        var back = Patience.secondsUntil(LONGEST, () -> counted(free).stream().allMatch("together"::equals));
        report.figure("they count together again after, s", back);
        report.check(
                "they count together again by themselves",
                back >= 0,
                counted(free).toString());
    }

    /// auth-service and Kafka at once: neither needs the other for what is asked here.
    private void unknownAndUncounted(Stage stage, Report report) throws Exception {
        report.section("auth-service and Kafka stopped");
        var tenant = tenants.tenant("Known", "internal");
        var known = tenants.key(tenant, "known", Map.of());
        var unknown = tenants.key(tenant, "not asked with yet", Map.of());
        var before = gaps();
        var met = Patience.secondsUntil(LONGEST, () -> everywhere(known));
        report.check("every gateway has met one of the two keys", met >= 0, "not within " + LONGEST);
        var parts = List.of(
                stage.suite().instances("auth-service").getFirst(),
                stage.suite().instances("kafka").getFirst());
        parts.forEach(stage.suite()::stop);
        var load = new Load(gates.door(known.text()), PER_SECOND, () -> new Load.Question(Tenants.CACHED));
        // in full, longer than gateways remember what they know without asking again
        var traffic = load.run(Duration.ofSeconds(scale.of(90, 5)));
        report.figure("requests of a known caller", traffic.size());
        report.check("who is known is let in, nothing is refused", traffic.share() == 1, traffic.toString());
        var answers = new ArrayList<Answer>();
        for (var gate = 0; gate < gates.count(); gate++) {
            answers.add(gates.get(gate, unknown.text(), Tenants.CACHED));
            answers.add(
                    gates.get(gate, ApiKey.random("live", new SecureRandom()).text(), Tenants.CACHED));
        }
        report.checkAll("who is not known comes back later: 503", answers.size(), notUnavailable(answers));
        parts.parallelStream().forEach((Instance part) -> stage.suite().start(part));
        var again = Patience.secondsUntil(LONGEST, () -> everywhere(unknown));
        report.figure("who was not known is let in after, s", again);
        report.check("who was not known is let in then", again >= 0, "not within " + LONGEST);
        var gap = Patience.secondsUntil(LONGEST, () -> {
            everywhere(known);
            return gaps() > before;
        });
        report.figure("usage reported as lost", gaps() - before);
        report.check("the gap of usage is reported", gap >= 0, "none within " + LONGEST);
    }

    private static List<String> notUnavailable(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() != UNAVAILABLE
                        || !answer.at("/type").endsWith("identity-unavailable")
                        || answer.headers().firstValue("Retry-After").isEmpty())
                .map(Answer::toString)
                .toList();
    }

    private long gaps() throws Exception {
        var answer = Tenants.expect(OK, gates.get(0, tenants.operator(), "/api/analytics/gaps"));
        return answer.body()
                .path("data")
                .valueStream()
                .mapToLong(gap -> gap.path("missing").asLong())
                .sum();
    }

    private long usage(Tenant tenant) throws Exception {
        try (var database = stores.database("analytics", "system");
                var query = database.prepareStatement(USAGE)) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// Whether every gateway lets a key in.
    private boolean everywhere(Tenants.Key key) throws Exception {
        for (var gate = 0; gate < gates.count(); gate++) {
            if (gates.get(gate, key.text(), Tenants.CACHED).status() != OK) {
                return false;
            }
        }
        return true;
    }

    /// How each gateway says that it counts.
    private List<String> counted(Tenants.Key key) throws Exception {
        var told = new ArrayList<String>();
        for (var gate = 0; gate < gates.count(); gate++) {
            told.add(gates.get(gate, key.text(), "/api/limits").at("/meta/counted"));
        }
        return told;
    }

    private int left(Tenants.Key key) throws Exception {
        return gates.get(0, key.text(), "/api/limits")
                .body()
                .at("/data/quotas")
                .valueStream()
                .mapToInt(quota -> quota.path("left").asInt())
                .min()
                .orElse(-1);
    }

    private static int admitted(Map<Integer, Integer> answers) {
        return answers.getOrDefault(OK, 0);
    }

    /// So many calls at once, over all gateways; how many ended with which status.
    private Map<Integer, Integer> burst(Tenants.Key key, int calls) throws Exception {
        return burst(key, calls, -1);
    }

    /// @param only the gateway; -1 for all of them in turn
    private Map<Integer, Integer> burst(Tenants.Key key, int calls, int only) throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < calls; i++) {
            var gate = only < 0 ? i % gates.count() : only;
            tasks.add(() -> gates.get(gate, key.text(), Tenants.CACHED).status());
        }
        var statuses = new TreeMap<Integer, Integer>();
        Gates.crowd(AT_ONCE, tasks).forEach(status -> statuses.merge(status, 1, Integer::sum));
        return statuses;
    }
}
