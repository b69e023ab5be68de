package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.identity.ApiKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/// What changes is known to every gateway within a second, under load.
final class PushedChanges implements Scene {
    private static final double WANTED_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 2;
    /// Keys that come and go unmeasured, so that the code is compiled.
    private static final int WARM_UP = 3;

    private static final int OK = 200;
    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;
    private static final int DONE = 204;
    private static final int UNAVAILABLE = 503;
    /// An operation that nobody else asks here.
    private static final String JOKE = "/api/joke/random";

    private static final String SWITCH = "/api/admin/switches?target=operation:joke/random";
    private static final String POLICY = "RateLimit-Policy";
    private static final String INSERT = """
            insert into api_key (id, organisation, project, hash, environment, name, start, last4, scopes, created_by,
                created_at, changed_at)
            values (?, ?, ?, ?, 'live', 'made elsewhere', '', '', '{weather:read}', 'proof', now(), now())""";
    private static final String TELL = "insert into feed (organisation, kind, subject) values (?, 'key', ?)";

    private final Gates gates;
    private final Tenants tenants;
    private final Stores stores;
    private final int times;
    private final int perSecond;

    /// @param times how many keys come and go
    /// @param perSecond of the load meanwhile
    PushedChanges(Gates gates, Tenants tenants, Stores stores, int times, int perSecond) {
        this.gates = gates;
        this.tenants = tenants;
        this.stores = stores;
        this.times = times;
        this.perSecond = perSecond;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Changes, told to %d gateways at %d requests a second".formatted(gates.count(), perSecond));
        var tenant = tenants.tenant("Pushed", "internal");
        var busy = tenants.key(tenant, "busy", Map.of());
        var load = new Load(gates.door(busy.text()), perSecond, () -> new Load.Question(Tenants.CACHED));
        try (var steady = load.steady()) {
            comeAndGo(report, tenant);
            refusedBefore(report, tenant);
            others(report, tenant);
            switched(report, tenant);
            var traffic = steady.end();
            report.figure("requests meanwhile", traffic.size());
            report.check("whose own key changes nothing notices nothing", traffic.share() == 1, traffic.toString());
        }
    }

    private void comeAndGo(Report report, Tenant tenant) throws Exception {
        var created = new double[times];
        var revoked = new double[times];
        var disabled = new double[times];
        var enabled = new double[times];
        for (var i = -WARM_UP; i < times; i++) {
            var at = Math.max(0, i); // what is measured first takes the place of what warmed up
            var key = tenants.key(tenant, "comes and goes " + i, Map.of());
            created[at] = untilAll(key.text(), OK);
            tenants.tell(tenant, key, "disable");
            disabled[at] = untilAll(key.text(), UNKNOWN);
            tenants.tell(tenant, key, "enable");
            enabled[at] = untilAll(key.text(), OK);
            tenants.tell(tenant, key, "revoke");
            revoked[at] = untilAll(key.text(), UNKNOWN);
        }
        tell(report, "a new key is known", created);
        tell(report, "a revoked key opens nothing", revoked);
        tell(report, "a disabled key opens nothing", disabled);
        tell(report, "a key works again on gateways that just refused it", enabled);
    }

    /// A key that every gateway has just called unknown is made by a replica of auth-service that dies before it tells:
    /// another one does. Told by rows alone, since no API makes a key that somebody knows beforehand.
    private void refusedBefore(Report report, Tenant tenant) throws Exception {
        var millis = new double[Math.max(3, times / 5)];
        for (var i = 0; i < millis.length; i++) {
            var key = ApiKey.random("live", new SecureRandom());
            tenants.remember(key.text());
            untilAll(key.text(), UNKNOWN);
            insert(tenant, key.sha256(), i);
            millis[i] = untilAll(key.text(), OK);
        }
        tell(report, "a new key works on gateways that just called it unknown", millis);
    }

    private void insert(Tenant tenant, String sha256, int number) throws Exception {
        try (var database = stores.database("auth", "system")) {
            database.setAutoCommit(false);
            try (var insert = database.prepareStatement(INSERT);
                    var tell = database.prepareStatement(TELL)) {
                insert.setString(1, "key_proof%015d".formatted(number));
                insert.setString(2, tenant.id());
                insert.setString(3, tenant.project());
                insert.setBytes(4, HexFormat.of().parseHex(sha256));
                insert.executeUpdate();
                tell.setString(1, tenant.id());
                tell.setString(2, sha256);
                tell.executeUpdate();
                database.commit();
            } catch (SQLException e) {
                database.rollback();
                throw e;
            }
        }
    }

    private void others(Report report, Tenant tenant) throws Exception {
        var key = tenants.key(tenant, "changes", Map.of());
        untilAll(key.text(), OK);
        tenants.change(tenant, key, Map.of("scopes", List.of("joke:read")));
        soon(report, "a scope that was taken away", untilAll(key.text(), FORBIDDEN));
        tenants.change(tenant, key, Map.of("scopes", List.of("weather:read")));
        soon(report, "a scope that was given", untilAll(key.text(), OK));
        var other = tenants.tenant("Pushed about", "internal");
        var its = tenants.key(other, "its", Map.of());
        var before = gates.get(0, its.text(), Tenants.CACHED).headers().firstValue(POLICY);
        untilAll(its.text(), OK);
        tenants.plan(other, "business");
        soon(
                report,
                "another plan",
                untilAll(its, answer -> !answer.headers().firstValue(POLICY).equals(before)));
        tenants.decide(other, "suspend");
        soon(report, "an organisation that was suspended", untilAll(its.text(), FORBIDDEN));
        tenants.decide(other, "resume");
        soon(report, "an organisation that was resumed", untilAll(its.text(), OK));
    }

    private void switched(Report report, Tenant tenant) throws Exception {
        var key = tenants.key(tenant, "of what is switched off", Map.of("scopes", List.of("joke:read")));
        untilAll(key.text(), JOKE, answer -> answer.status() == OK);
        Tenants.expect(DONE, gates.ask(tenants.operator(), "PUT", SWITCH, "{\"reason\": \"a proof\"}"));
        soon(
                report,
                "an operation that was switched off",
                untilAll(
                        key.text(),
                        JOKE,
                        answer ->
                                answer.status() == UNAVAILABLE && answer.text().contains("a proof")));
        Tenants.expect(DONE, gates.ask(tenants.operator(), "DELETE", SWITCH, ""));
        soon(report, "an operation that was switched on", untilAll(key.text(), JOKE, answer -> answer.status() == OK));
    }

    private static void soon(Report report, String what, double millis) {
        report.figure(what + ": known everywhere after, ms", millis);
        report.check(what + " is known everywhere within a second", millis < WANTED_MILLIS, millis + " ms");
    }

    private static void tell(Report report, String what, double... millis) {
        Arrays.sort(millis);
        var p99 = millis[Math.min(millis.length - 1, millis.length * 99 / 100)];
        report.figure(
                what + ": p50, p99 of " + millis.length + ", ms",
                "%.0f, %.0f".formatted(millis[millis.length / 2], p99));
        report.check(what + ", everywhere within a second", p99 < WANTED_MILLIS, Arrays.toString(millis));
    }

    private double untilAll(String key, int status) throws Exception {
        return untilAll(key, Tenants.CACHED, answer -> answer.status() == status);
    }

    private double untilAll(Tenants.Key key, Predicate<Answer> wanted) throws Exception {
        return untilAll(key.text(), Tenants.CACHED, wanted);
    }

    /// Milliseconds from now until the last gateway answers as wanted.
    private double untilAll(String key, String path, Predicate<Answer> wanted) throws Exception {
        var begun = System.nanoTime();
        var tasks = new ArrayList<Callable<Double>>();
        for (var i = 0; i < gates.count(); i++) {
            var gate = i;
            tasks.add(() -> {
                var millis = 0.0;
                while (millis < PATIENCE_MILLIS && !wanted.test(gates.get(gate, key, path))) {
                    Thread.sleep(PAUSE_MILLIS);
                    millis = (System.nanoTime() - begun) / 1e6;
                }
                return (System.nanoTime() - begun) / 1e6;
            });
        }
        return Gates.crowd(gates.count(), tasks).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }
}
