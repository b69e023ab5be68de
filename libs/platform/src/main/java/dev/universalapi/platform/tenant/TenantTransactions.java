package dev.universalapi.platform.tenant;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions in which one organisation's rows exist and no others. Inside, the application's `JdbcClient` may be
/// used, on the same thread; outside, using it throws [NoOrganisationException].
///
/// ```java
/// tenants.within(caller, () -> jdbc.sql("SELECT name FROM subscription").query(String.class).list());
/// ```
///
/// A transaction within one of the same organisation joins it; within one of another it is an [IllegalStateException].
/// While the database is away, what is asked ends as the problem `service-unavailable`.
public final class TenantTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(TenantTransactions.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    /// Whose transaction runs on this thread.
    static final ScopedValue<String> ORGANISATION = ScopedValue.newInstance();

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    TenantTransactions(OrganisationTransactions transactions) {
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Does the work for who calls.
    public <T extends @Nullable Object> T within(Caller caller, Supplier<T> work) {
        return within(caller.organisation(), work);
    }

    /// Does the work for an organisation; commits, or rolls back when the work throws.
    public <T extends @Nullable Object> T within(String organisation, Supplier<T> work) {
        return in(writing, organisation, work);
    }

    /// Reads for an organisation: all statements see one moment, and writing is an error.
    public <T extends @Nullable Object> T reading(String organisation, Supplier<T> work) {
        return in(reading, organisation, work);
    }

    /// As [#within(String, Supplier)], for work without an answer.
    public void run(String organisation, Runnable work) {
        this.<@Nullable Void>within(organisation, () -> {
            work.run();
            return null;
        });
    }

    @SuppressWarnings("NullAway") // what the template returns is what the work returned
    private static <T extends @Nullable Object> T in(
            TransactionTemplate template, String organisation, Supplier<T> work) {
        if (organisation.isBlank()) {
            throw new NoOrganisationException();
        }
        if (ORGANISATION.isBound()) {
            if (!ORGANISATION.get().equals(organisation)) {
                throw new IllegalStateException("a transaction of one organisation runs inside that of another");
            }
            return template.execute(_ -> work.get());
        }
        var worked = new AtomicBoolean();
        try {
            return ScopedValue.where(ORGANISATION, organisation)
                    .call(() -> template.execute(_ -> {
                        var result = work.get();
                        worked.set(true);
                        return result;
                    }));
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException | TransactionSystemException e) {
            // who is cut off while committing does not know whether it was done
            if (worked.get() || !isAway(e)) {
                throw e;
            }
            throw away(e);
        }
    }

    private static boolean isAway(RuntimeException thrown) {
        return !(thrown instanceof TransactionSystemException unended)
                || unended.getApplicationException() instanceof DataAccessResourceFailureException;
    }

    private static ProblemException away(Exception why) {
        LOG.atWarn()
                .addKeyValue(
                        "why", NestedExceptionUtils.getMostSpecificCause(why).getMessage())
                .log("The database is away");
        return new ProblemException(
                ProblemType.SERVICE_UNAVAILABLE,
                "The service's database is away for the moment; nothing was changed.",
                List.of(),
                List.of(),
                SOON);
    }
}
