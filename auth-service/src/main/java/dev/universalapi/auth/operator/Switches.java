package dev.universalapi.auth.operator;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is switched off. It belongs to no organisation; operators switch within transactions of theirs, so that it is
/// told in the same.
final class Switches {
    private static final String SWITCH = "switch";

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final Feed feed;
    private final Audit audit;
    private final InstantSource clock;

    Switches(TenantTransactions tenants, JdbcClient jdbc, Feed feed, Audit audit, InstantSource clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    List<Switch> list(Caller caller) {
        return tenants.reading(
                caller.organisation(),
                () -> jdbc.sql("select * from switch order by target")
                        .query((row, _) -> new Switch(
                                row.getString("target"),
                                row.getString("reason"),
                                row.getString("switched_by"),
                                row.getTimestamp("switched_at").toInstant()))
                        .list());
    }

    void off(Caller operator, String target, String reason) {
        tenants.run(operator.organisation(), () -> {
            jdbc.sql("""
                            insert into switch (target, reason, switched_by, switched_at) values (?, ?, ?, ?)
                            on conflict (target) do update set reason = excluded.reason""")
                    .params(target, reason, operator.keyId(), Timestamp.from(clock.instant()))
                    .update();
            feed.changed(operator.organisation(), Kind.SWITCH, target);
            audit.record("switch.off", SWITCH, target, Map.of("reason", reason));
        });
    }

    void on(Caller operator, String target) {
        tenants.run(operator.organisation(), () -> {
            var gone = jdbc.sql("delete from switch where target = ?")
                    .param(target)
                    .update();
            if (gone > 0) {
                feed.changed(operator.organisation(), Kind.SWITCH, target);
                audit.record("switch.on", SWITCH, target, Map.of());
            }
        });
    }
}
