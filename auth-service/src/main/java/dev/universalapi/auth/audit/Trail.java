package dev.universalapi.auth.audit;

import dev.universalapi.platform.tenant.TenantTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads chains: a page, latest first, or all of one from its beginning.
final class Trail {
    private static final int STRIDE = 1_000;
    private static final Question EVERYTHING = new Question(null, Map.of(), STRIDE, null);

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    /// @param next the cursor of the next page; null at the end
    record Meta(@Nullable String next) {}

    /// A page of events, the latest first.
    record Page(List<Link> data, Meta meta) {}

    /// What going along a chain came to.
    ///
    /// @param events how many were looked at
    /// @param anchors how many remembered ends it was held against
    /// @param broken where it is not as it was; null where it is whole
    record Verdict(
            String organisation,
            boolean intact,
            long events,
            int anchors,
            @Nullable Head head,
            Verification.@Nullable Break broken) {}

    Trail(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    Page page(String organisation, Question question) {
        var parameters = new ArrayList<Object>(question.conditions().values());
        var conditions = new ArrayList<>(question.conditions().keySet());
        var before = question.before();
        if (before != null) {
            conditions.add("sequence < ?");
            parameters.add(before);
        }
        conditions.add("organisation = ?");
        parameters.add(organisation);
        parameters.add(question.limit() + 1);
        var found = tenants.reading(
                organisation,
                () -> jdbc.sql("""
                                select sequence, event, previous, hash from audit_event where %s
                                order by sequence desc limit ?
                                """.formatted(String.join(" and ", conditions)))
                        .params(parameters)
                        .query(Link.class)
                        .list());
        var more = found.size() > question.limit();
        var page = more ? found.subList(0, question.limit()) : found;
        return new Page(
                List.copyOf(page), new Meta(more ? Long.toString(page.getLast().sequence()) : null));
    }

    /// Goes along the whole chain as it is at this moment.
    ///
    /// @param remembered ends of it that the caller was told once, beside those that are kept here
    Verdict verify(String organisation, Collection<Head> remembered) {
        return tenants.reading(organisation, () -> {
            var anchors = new ArrayList<>(
                    heads("select sequence, hash from audit_anchor where organisation = ?", organisation));
            anchors.addAll(remembered);
            var head = heads("select sequence, hash from audit_head where organisation = ?", organisation).stream()
                    .findFirst()
                    .orElse(null);
            var verification = new Verification(organisation, anchors);
            var seen = new AtomicLong();
            tell(organisation, EVERYTHING, link -> {
                seen.incrementAndGet();
                return verification.accept(link);
            });
            var broken = verification.end(head);
            return new Verdict(organisation, broken == null, seen.get(), anchors.size(), head, broken);
        });
    }

    private List<Head> heads(String sql, String organisation) {
        return jdbc.sql(sql)
                .param(organisation)
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .list();
    }

    /// Tells the events of a question, oldest first, as long as the reader wants more. What is added meanwhile may be
    /// told or not.
    void tell(String organisation, Question question, Predicate<Link> reader) {
        var conditions = new ArrayList<>(question.conditions().keySet());
        conditions.add("organisation = ? and sequence > ? order by sequence limit ?");
        var sql = "select sequence, event, previous, hash from audit_event where " + String.join(" and ", conditions);
        var last = Long.MIN_VALUE;
        while (true) {
            var parameters = new ArrayList<Object>(question.conditions().values());
            parameters.addAll(List.of(organisation, last, STRIDE));
            var stride = tenants.reading(
                    organisation,
                    () -> jdbc.sql(sql).params(parameters).query(Link.class).list());
            for (var link : stride) {
                if (!reader.test(link)) {
                    return;
                }
            }
            if (stride.size() < STRIDE) {
                return;
            }
            last = stride.getLast().sequence();
        }
    }
}
