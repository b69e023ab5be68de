package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an organisation's usage comes to.
final class Reports {
    /// What is fetched at once is added up at once.
    private static final int FETCHED = 50;
    /// Each may have half a megabyte.
    private static final int FETCHED_WITH_LATENCY = 8;
    /// How long a page is added up before it ends with its bucket, and goes on in the next.
    static final Duration PATIENCE = Duration.ofMillis(150);

    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final Duration patience;

    /// @param patience after which no other bucket is begun for a page
    Reports(TenantTransactions tenants, JdbcClient jdbc, Duration patience) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /// A page, which ends early where it takes long, but never within a bucket.
    Page page(String organisation, Report report, Question question) {
        var groups = new ArrayList<Group>();
        var isWhole = read(organisation, report, question, patience, groups::add);
        return Page.of(question, groups, isWhole);
    }

    /// Tells each group to somebody, in order, at most as many as the question wants.
    void tell(String organisation, Report report, Question question, Consumer<Group> reader) {
        var _ = read(organisation, report, question, AS_LONG_AS_IT_TAKES, reader);
    }

    private boolean read(
            String organisation, Report report, Question question, Duration atMost, Consumer<Group> reader) {
        var statement = Statement.of(report, question);
        ResultSetExtractor<Boolean> reading = new Reading(report, question, atMost, reader)::read;
        return Objects.requireNonNull(tenants.reading(organisation, () -> {
            jdbc.sql(Statement.SETTINGS).query((_, _) -> true).list();
            return jdbc.sql(statement.sql())
                    .params(statement.parameters())
                    .withFetchSize(report.hasLatency() ? FETCHED_WITH_LATENCY : FETCHED)
                    .query(reading);
        }));
    }
}
