package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.identity.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// An organisation brings its own key of a provider: it is used for it and for nobody else, it is never shown again,
/// and
/// what encrypts it is changed while it is in use.
final class OwnCredential implements Scene {
    private static final String SECRET = "proof-of-the-door-own-credential-0123456789";
    private static final String OWN = "organisation";
    private static final int BYTES = 32;
    private static final int OK = 200;

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(1500);

    /// Asks one provider, and no cache.
    private static final String[] ONLY = {
        "X-Route", "{\"only\":[\"" + Tenants.OWN_PROVIDER + "\"]}", "Cache-Control", "no-cache"
    };

    private final Gates gates;
    private final Tenants tenants;
    private final int perSecond;

    /// @param perSecond of the load while the master key is changed
    OwnCredential(Gates gates, Tenants tenants, int perSecond) {
        this.gates = gates;
        this.tenants = tenants;
        this.perSecond = perSecond;
    }

    /// A new master key, as a line of the file.
    private static String master(String id) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return id + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("A key of one's own for " + Tenants.OWN_PROVIDER);
        var tenant = tenants.tenant("Brings its own", "internal");
        var other = tenants.tenant("Brings nothing", "internal");
        report.figure("before, meta.credential is", used(tenant));
        tenants.credential(tenant, SECRET);
        var told = Patience.secondsUntil(SOON, () -> used(tenant).equals(OWN));
        report.figure("its own is used after, s", told);
        report.check("its own is used within a second", told >= 0, used(tenant));
        report.check("for nobody else", !used(other).equals(OWN), used(other));
        masked(report, tenant);
        rotate(report, tenant, new Identity(stage.suite().home().identity()).masterKeys());
    }

    /// The master key is changed while lookups use what it seals: a new one before the old, everything sealed anew, the
    /// old one away.
    private void rotate(Report report, Tenant tenant, Path masters) throws Exception {
        report.section("The master key changed under load");
        var key = tenants.key(tenant, "asks on", Map.of("scopes", List.of("*:*")));
        var old = Files.readString(masters);
        var fresh = master("proof-2");
        (fresh + old).lines().forEach(line -> tenants.remember(line.substring(line.indexOf(' ') + 1)));
        var load = new Load(gates.door(key.text()), perSecond, () -> new Load.Question(Tenants.CACHED, ONLY));
        try (var steady = load.steady()) {
            Thread.sleep(MOMENT);
            Files.writeString(masters, fresh + old);
            var told = Tenants.expect(
                    OK, tenants.ask(tenants.operator(), "POST", "/api/admin/credentials/rotate", Map.of()));
            report.figure("sealed anew", told.text());
            report.check(
                    "everything is sealed anew",
                    told.body().path("resealed").asInt() > 0
                            && told.body().path("left").asInt(-1) == 0,
                    told.toString());
            Thread.sleep(MOMENT);
            Files.writeString(masters, fresh);
            // what changes is fetched again, and opened with the new master key alone
            tenants.ask(
                    tenant.owner().text(), "PUT", "/api/credentials/" + Tenants.OWN_PROVIDER, Map.of("onDead", "fail"));
            Thread.sleep(MOMENT);
            var traffic = steady.end();
            report.figure("calls meanwhile", traffic.size());
            report.check("no call failed", traffic.size() > 0 && traffic.share() == 1, traffic.toString());
        }
        report.check("it is used still", used(tenant).equals(OWN), used(tenant));
    }

    private String used(Tenant tenant) throws Exception {
        var key = tenants.key(tenant, "asks", Map.of("scopes", List.of("*:*")));
        return Tenants.expect(OK, gates.first().get(Tenants.CACHED, Gates.bearer(key.text(), ONLY)))
                .at("/meta/credential");
    }

    private void masked(Report report, Tenant tenant) throws Exception {
        var broken = new ArrayList<String>();
        var paths = List.of("/api/credentials", "/api/credentials/" + Tenants.OWN_PROVIDER, "/api/audit");
        for (var path : paths) {
            var answer = Tenants.expect(OK, gates.get(0, tenant.owner().text(), path));
            if (answer.text().contains(SECRET)) {
                broken.add(path);
            }
        }
        report.checkAll("it is never shown again", paths.size(), broken);
    }
}
