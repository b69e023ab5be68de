package dev.universalapi.auth.credential;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.credential.seal.Envelopes;
import dev.universalapi.auth.credential.seal.Sealed;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Seals everything anew under the master key that seals now. What is sealed under either opens meanwhile, so nobody
/// waits for it, and it may be broken off and begun again at any time.
@AcrossTenants(because = "a master key seals what all organisations have brought")
final class Rotation {
    private static final int STRIDE = 100;
    private static final String NEXT = """
            select organisation, provider, master, wrapped, content from credential
            where master <> ? and master = any (?) order by organisation, provider limit ? for update skip locked""";

    private final SystemDatabase system;
    private final Envelopes envelopes;
    private final Audit audit;

    private record Row(String organisation, String provider, Sealed envelope) {}

    /// What it came to.
    ///
    /// @param master the id of the master key that seals now
    /// @param resealed how many were sealed anew
    /// @param left how many are still under another: they are being changed now, or its key is not in the file
    record Result(String master, int resealed, int left) {}

    Rotation(SystemDatabase system, Envelopes envelopes, Audit audit) {
        this.system = system;
        this.envelopes = envelopes;
        this.audit = audit;
    }

    Result run() {
        var master = envelopes.masters().current();
        var resealed = 0;
        var stride = stride(master);
        while (stride > 0) {
            resealed += stride;
            stride = stride(master);
        }
        var left = system.jdbc()
                .sql("select count(*) from credential where master <> ?")
                .param(master)
                .query(Integer.class)
                .single();
        return new Result(master, resealed, left);
    }

    private int stride(String master) {
        var count = system.transactions().execute(_ -> {
            var jdbc = system.jdbc();
            var rows = next(jdbc, master);
            rows.forEach(row -> reseal(jdbc, row));
            new TreeSet<>(rows.stream().map(Row::organisation).toList())
                    .forEach(organisation -> audit.recordFor(
                            organisation, "credential.reseal", "organisation", organisation, Map.of("master", master)));
            return rows.size();
        });
        return count == null ? 0 : count;
    }

    private List<Row> next(JdbcClient jdbc, String master) {
        return jdbc.sql(NEXT)
                .param(master)
                .param(envelopes.masters().ids().toArray(String[]::new))
                .param(STRIDE)
                .query((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        new Sealed(row.getString(3), row.getBytes(4), row.getBytes(5))))
                .list();
    }

    private void reseal(JdbcClient jdbc, Row row) {
        var resealed = envelopes.rewrap(row.organisation() + "/" + row.provider(), row.envelope());
        jdbc.sql("update credential set master = ?, wrapped = ? where organisation = ? and provider = ?")
                .params(resealed.master(), resealed.wrapped(), row.organisation(), row.provider())
                .update();
    }
}
