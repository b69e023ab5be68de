package dev.universalapi.gateway.limit.quota;

import dev.universalapi.gateway.limit.quota.Used.Row;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.client.WebClient;

/// Asks analytics-service what an organisation has used.
final class UsageClient implements Usage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// The gateway itself, of no organisation.
    private static final Caller GATEWAY =
            new Caller("gateway", "-", Caller.Environment.LIVE, List.of("internal:identity"));

    private final WebClient http;
    private final TokenMint mint;
    private final Projects projects;

    private record Answer(List<Row> data) {}

    /// @param http finds services by their names
    UsageClient(WebClient http, TokenMint mint, Projects projects) {
        this.http = http;
        this.mint = mint;
        this.projects = projects;
    }

    @Override
    public CompletableFuture<Used> of(String organisation) {
        return http.get()
                .uri("http://analytics-service/internal/usage/{organisation}", organisation)
                .header(InternalToken.HEADER, mint.mint(GATEWAY))
                .retrieve()
                .bodyToMono(Answer.class)
                .timeout(PATIENCE)
                .map(answer -> new Used(
                        answer.data(),
                        projects.of(answer.data().stream().map(Row::key).collect(Collectors.toSet()))))
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }
}
