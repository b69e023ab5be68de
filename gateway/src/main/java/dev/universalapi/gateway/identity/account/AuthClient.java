package dev.universalapi.gateway.identity.account;

import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Asks auth-service. Nothing here waits; what fails, fails with [UnavailableException].
final class AuthClient {
    /// The gateway itself: it belongs to nobody, and no key can have this scope.
    private static final Caller GATEWAY =
            new Caller("gateway", "-", "-", Environment.LIVE, List.of("internal:identity"), "-");

    private static final int TRIES = 2;

    private final WebClient http;
    private final TokenMint mint;
    private final Duration timeout;

    /// When keys were last used, by their ids.
    private record Used(Map<String, Instant> used) {}

    /// Who was not let in.
    private record Refused(List<Failure> failures) {}

    AuthClient(WebClient http, TokenMint mint, Duration timeout) {
        this.http = http;
        this.mint = mint;
        this.timeout = timeout;
    }

    /// Whose a key is; empty if it is nobody's. An instance that does not answer is passed over once, within the time.
    CompletableFuture<Optional<Account>> find(String sha256) {
        return Mono.defer(() -> http.get()
                        .uri("/internal/keys/{sha256}", sha256)
                        .header(InternalToken.HEADER, mint.mint(GATEWAY))
                        .exchangeToMono(AuthClient::account))
                .timeout(timeout.dividedBy(TRIES))
                .retryWhen(Retry.max(TRIES - 1).filter(AuthClient::isSilence))
                .onErrorMap(AuthClient::unavailable)
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }

    /// Reports when keys were last used.
    Mono<Void> used(Map<String, Instant> times) {
        return tell("/internal/keys/used", new Used(times));
    }

    /// Reports who was not let in.
    Mono<Void> refused(List<Failure> failures) {
        return tell("/internal/audit", new Refused(failures));
    }

    private Mono<Void> tell(String path, Record what) {
        return Mono.defer(() -> http.post()
                        .uri(path)
                        .header(InternalToken.HEADER, mint.mint(GATEWAY))
                        .bodyValue(what)
                        .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                                ? answer.releaseBody()
                                : answer.releaseBody().then(Mono.error(refusal(answer)))))
                .timeout(timeout)
                .onErrorMap(AuthClient::unavailable);
    }

    private static Mono<Optional<Account>> account(ClientResponse answer) {
        if (answer.statusCode().isSameCodeAs(HttpStatus.OK)) {
            return answer.bodyToMono(KeyAnswer.class)
                    .map(KeyAnswer::account)
                    .map(Optional::of)
                    .switchIfEmpty(Mono.error(() -> new UnavailableException("auth-service answered nothing")));
        }
        return answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                ? answer.releaseBody().thenReturn(Optional.empty())
                : answer.releaseBody().then(Mono.error(refusal(answer)));
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof WebClientRequestException || failure instanceof TimeoutException;
    }

    private static UnavailableException refusal(ClientResponse answer) {
        return new UnavailableException(
                "auth-service answered " + answer.statusCode().value());
    }

    private static UnavailableException unavailable(Throwable failure) {
        return failure instanceof UnavailableException known ? known : new UnavailableException(failure.toString());
    }
}
