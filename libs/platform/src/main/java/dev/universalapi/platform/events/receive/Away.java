package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.dead.NotAcknowledgedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Whether a failure is the world's and not the event's: then everybody waits, and no event is to blame.
final class Away {
    /// Connection, resources, the operator, rolled back to break a deadlock, a read-only replica.
    private static final List<String> STATES = List.of("08", "53", "57", "58", "40", "25006", "55000");

    private Away() {}

    static boolean is(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (isAway(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable each) {
        return switch (each) {
            case SQLTransientException _,
                    SQLRecoverableException _,
                    SQLNonTransientConnectionException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    NonTransientDataAccessResourceException _,
                    CannotCreateTransactionException _,
                    NotAcknowledgedException _,
                    RetriableException _,
                    InterruptException _ -> true;
            case SQLException sql ->
                sql.getSQLState() != null && STATES.stream().anyMatch(sql.getSQLState()::startsWith);
            default -> false;
        };
    }
}
