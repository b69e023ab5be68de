package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An organisation brings its own key of a provider: it is used for it and for nobody else, it is never shown again,
/// and
/// what encrypts it is changed while it is in use.
final class OwnCredential implements Scene {
    private static final String SECRET = "proof-of-the-door-own-credential-0123456789";
    private static final int OK = 200;

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

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("A key of one's own for " + Tenants.OWN_PROVIDER);
        var tenant = tenants.tenant("Brings its own", "internal");
        var other = tenants.tenant("Brings nothing", "internal");
        report.figure("before, meta.credential is", used(tenant));
        tenants.credential(tenant, SECRET);
        report.check("its own is used", used(tenant).equals("organisation"), used(tenant));
        report.check("for nobody else", !used(other).equals("organisation"), used(other));
        masked(report, tenant);
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
