package dev.universalapi.platform.events.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class AwayTests {
    @Test
    void seesThatADatabaseOrKafkaIsAway() {
        assertThat(Away.is(new CannotCreateTransactionException("no", new SQLTransientConnectionException())))
                .isTrue();
        assertThat(Away.is(new IllegalStateException(new SQLException("ended by an administrator", "57P01"))))
                .isTrue();
        assertThat(Away.is(new CannotAcquireLockException("deadlock"))).isTrue();
        assertThat(Away.is(new TimeoutException("no broker"))).isTrue();
    }

    @Test
    void blamesTheEventForEverythingElse() {
        assertThat(Away.is(new IllegalStateException("a bug"))).isFalse();
        assertThat(Away.is(new DataIntegrityViolationException("too long", new SQLException("too long", "22001"))))
                .isFalse();
        assertThat(Away.is(new SQLException("no state"))).isFalse();
    }
}
