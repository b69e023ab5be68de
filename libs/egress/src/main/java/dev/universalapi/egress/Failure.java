package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.Wire.BrokenAnswerException;
import dev.universalapi.egress.guard.GuardedLookup.ForbiddenAddressException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/// Says in our words what the library or the system threw. Their own words may hold addresses and keys.
final class Failure {
    private Failure() {}

    /// @param sent whether a byte of the request may have left
    static EgressException of(@Nullable Throwable cause, EgressRequest request, boolean sent) {
        var host = request.uri().getHost();
        return switch (cause) {
            case Error error -> throw error;
            case ForbiddenAddressException _ ->
                new EgressException(Kind.FORBIDDEN_ADDRESS, host + " has an address that may not be dialled", sent);
            case UnknownHostException _ -> new EgressException(Kind.UNREACHABLE, host + " is not a known name", sent);
            case BrokenAnswerException broken ->
                new EgressException(
                        Kind.BROKEN_ANSWER,
                        Redaction.redact(String.valueOf(broken.getMessage()), request.secrets()),
                        sent);
            case ConnectTimeoutException _ ->
                new EgressException(Kind.UNREACHABLE, host + " does not take connections", sent);
            case SocketTimeoutException _ -> new EgressException(Kind.TIMEOUT, host + " fell silent", sent);
            case ConnectionRequestTimeoutException _ ->
                new EgressException(Kind.UNREACHABLE, "all connections to " + host + " are in use", sent);
            case RequestFailedException _ -> new EgressException(Kind.CANCELLED, "the exchange was aborted", sent);
            case InterruptedIOException _ -> new EgressException(Kind.CANCELLED, "the exchange was interrupted", sent);
            case NoHttpResponseException _ ->
                new EgressException(Kind.UNREACHABLE, host + " closed the connection unasked", sent);
            case ClientProtocolException _ ->
                new EgressException(Kind.BROKEN_ANSWER, host + " does not answer in HTTP", sent);
            case MessageConstraintException _ ->
                new EgressException(Kind.BROKEN_ANSWER, host + " sends larger headers than are read", sent);
            case ConnectionClosedException _ ->
                new EgressException(Kind.BROKEN_ANSWER, host + " broke off its answer", sent);
            case SSLException _ -> new EgressException(Kind.UNREACHABLE, host + " cannot be trusted: TLS failed", sent);
            case null, default -> new EgressException(Kind.UNREACHABLE, "no connection to " + host, sent);
        };
    }
}
