package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.Wire.BrokenAnswerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTests {
    private static final EgressRequest REQUEST = new EgressRequest(
            "GET",
            URI.create("https://api.example.com/?key=s3cret"),
            Destination.declared("https://api.example.com"),
            Map.of(),
            new byte[0],
            Duration.ofSeconds(1),
            Set.of("s3cret"));

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new UnknownHostException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new ConnectException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new ConnectTimeoutException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new ConnectionRequestTimeoutException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new SSLHandshakeException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new NoHttpResponseException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new IllegalStateException("s3cret"), Kind.UNREACHABLE),
                Arguments.of(new SocketTimeoutException("s3cret"), Kind.TIMEOUT),
                Arguments.of(new InterruptedIOException("s3cret"), Kind.CANCELLED),
                Arguments.of(new RequestFailedException("s3cret"), Kind.CANCELLED),
                Arguments.of(new ClientProtocolException("s3cret"), Kind.BROKEN_ANSWER),
                Arguments.of(new MessageConstraintException("s3cret"), Kind.BROKEN_ANSWER),
                Arguments.of(new ConnectionClosedException("s3cret"), Kind.BROKEN_ANSWER),
                Arguments.of(new BrokenAnswerException(new IOException("s3cret")), Kind.BROKEN_ANSWER));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void hasOneKindForEveryCauseAndRepeatsNoSecret(Exception cause, Kind kind) {
        var failure = Failure.of(cause, REQUEST, true);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageNotContaining("s3cret").hasNoCause();
    }

    @Test
    void letsErrorsThrough() {
        var error = new AssertionError("a fault of ours");

        assertThatThrownBy(() -> Failure.of(error, REQUEST, false)).isSameAs(error);
    }
}
