package dev.universalapi.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A pool of connections that were all dialled under the same rule. Follows nothing, remembers nothing, repeats
/// nothing.
final class Wire implements AutoCloseable {
    private static final int HEADERS = 200;
    private static final String SENDING = "universal-api.sending";
    private static final TimeValue KEEP = TimeValue.ofSeconds(20);
    private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(500);
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(5);

    private final EgressLimits limits;
    private final @Nullable HttpHost always;
    private final CloseableHttpClient client;

    /// @param always where everything goes, whatever the address says; null for where the address says
    Wire(DnsResolver resolver, @Nullable HttpHost always, EgressLimits limits) {
        this.limits = limits;
        this.always = always;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(limits.connections())
                        .setMaxConnPerRoute(always == null ? limits.connectionsPerHost() : limits.connections())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(limits.headerBytes())
                                        .setMaxHeaderCount(HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setValidateAfterInactivity(CHECK_AFTER)
                                .setTimeToLive(LONGEST_LIFE)
                                .build())
                        .build())
                .setRequestExecutor(new Noting())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableConnectionState()
                .disableContentCompression()
                .setUserAgent("universal-api")
                .build();
    }

    /// The request as the library wants it; aborting it ends its exchange.
    HttpUriRequestBase message(EgressRequest request) {
        return message(request, request.timeout());
    }

    /// One whose answer is read while it comes.
    ///
    /// @param silence the longest that its connection may say nothing
    HttpUriRequestBase streaming(EgressRequest request, Duration silence) {
        var message = message(request, silence);
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        return message;
    }

    private HttpUriRequestBase message(EgressRequest request, Duration silence) {
        var message = new HttpUriRequestBase(request.method(), request.uri());
        message.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(shorter(limits.acquire(), request.timeout())))
                .setResponseTimeout(Timeout.of(silence))
                .setConnectionKeepAlive(KEEP)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        request.headers().forEach(message::setHeader);
        if (!message.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
            message.setHeader(HttpHeaders.ACCEPT_ENCODING, Body.ACCEPTED_ENCODINGS);
        }
        if (request.method().equals("POST")) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return message;
    }

    /// Sends a message and reads the whole answer. Blocks until the end, however long it takes.
    ///
    /// @param sending is told before the first byte leaves
    EgressResponse exchange(HttpUriRequestBase message, URI address, Sending sending) throws IOException {
        try (var response = open(message, address, sending)) {
            return read(response);
        } catch (BrokenAnswerException e) {
            message.abort();
            throw e;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /// Sends a message and gives the answer as soon as its head is there.
    ClassicHttpResponse open(HttpUriRequestBase message, URI address, Sending sending) throws IOException {
        var context = HttpClientContext.create();
        context.setAttribute(SENDING, sending);
        return client.executeOpen(always == null ? hostOf(address) : always, message, context);
    }

    private EgressResponse read(ClassicHttpResponse response) throws BrokenAnswerException {
        try {
            var headers = headers(response);
            var body = new byte[0];
            if (response.getEntity() != null) {
                body = Body.read(response.getEntity().getContent(), limits.compressedBytes());
                for (var encoding : encodings(headers)) {
                    body = Body.decode(body, encoding, limits.responseBytes());
                }
            }
            return new EgressResponse(response.getCode(), headers, body);
        } catch (IOException e) {
            throw new BrokenAnswerException(e);
        }
    }

    private static List<String> encodings(Map<String, List<String>> headers) throws IOException {
        var encodings = headers.getOrDefault("content-encoding", List.of());
        if (encodings.size() > 1 || encodings.stream().anyMatch(encoding -> encoding.contains(","))) {
            throw new IOException("the answer is encoded more than once");
        }
        return encodings;
    }

    static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        headers.replaceAll((_, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private static HttpHost hostOf(URI address) {
        var host = address.getHost();
        return new HttpHost(
                address.getScheme(),
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                address.getPort());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Whether a request has left. Who gives it up and who sends it may be two threads: one of them wins, so that what
    /// was given up unsent stays unsent.
    static final class Sending {
        private enum State {
            WAITING,
            SENT,
            GIVEN_UP
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        /// To be called before the first byte leaves.
        ///
        /// @return whether it may
        boolean begin() {
            return state.compareAndSet(State.WAITING, State.SENT);
        }

        /// @return whether it had left before
        boolean giveUp() {
            return !state.compareAndSet(State.WAITING, State.GIVEN_UP) && begun();
        }

        boolean begun() {
            return state.get() == State.SENT;
        }
    }

    /// Notes, with the connection at hand, that the request is about to be written.
    private static final class Noting extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            if (context.getAttribute(SENDING) instanceof Sending sending && !sending.begin()) {
                throw new InterruptedIOException("given up before it was sent");
            }
            return super.execute(request, connection, informed, context);
        }
    }

    /// The answer began, and something is wrong with it.
    static final class BrokenAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenAnswerException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
