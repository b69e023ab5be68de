package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Providers that reply as a test wants, and remember what they were asked.
final class ScriptedProviders implements Providers {
    /// Where brushes go on.
    static final Position NEXT = new Position(2, 2, "t", 0);

    private final String mode;
    private final Receipts receipts;
    private @Nullable ProblemType refusal;
    private @Nullable Duration retryAfter;
    private @Nullable RuntimeException failure;
    private @Nullable Query<?> asked;
    private @Nullable Asking asking;

    ScriptedProviders(String mode, Receipts receipts) {
        this.mode = mode;
        this.receipts = receipts;
    }

    void answer() {
        refusal = null;
        failure = null;
    }

    void refuse(ProblemType type, @Nullable Duration wait) {
        refusal = type;
        retryAfter = wait;
    }

    void fail(RuntimeException thrown) {
        failure = thrown;
    }

    @Nullable
    Query<?> asked() {
        return asked;
    }

    Asking asking() {
        return Objects.requireNonNull(asking, "nobody was asked");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Record> Reply<A> ask(Query<A> query, Asking on) {
        asked = query;
        asking = on;
        if (failure != null) {
            throw failure;
        }
        var refused = refusal != null;
        var attempt = new Attempt(
                "pigments", refused ? Outcome.RATE_LIMITED : Outcome.OK, 12, refused ? 429 : 200, null, null);
        var receipt = receipt(on, List.of(attempt), refused ? null : "pigments");
        receipts.keep(receipt);
        if (refusal != null) {
            return new Reply.Refused<>(refusal, "Nobody wants to.", retryAfter, receipt);
        }
        var meta = new Meta(
                "pigments",
                null,
                mode,
                receipt.id(),
                false,
                null,
                null,
                receipt.attempts(),
                BigDecimal.ZERO,
                null,
                0,
                null,
                null);
        if (query instanceof Brush) {
            return new Reply.Answered<>((A) new Brush.Answer(7), meta, receipt, NEXT);
        }
        return new Reply.Answered<>((A) new Colour.Answer("#ff0000", new BigDecimal("0.0000001"), null), meta, receipt);
    }

    @Override
    public Receipt plan(Query<?> query, Asking on) {
        asked = query;
        return receipt(on, List.of(), null);
    }

    private Receipt receipt(Asking on, List<Attempt> attempts, @Nullable String provider) {
        return new Receipt(
                on.requestId(),
                on.organisation(),
                "paint/colour",
                Map.of("name", "red"),
                Instant.EPOCH,
                mode,
                List.of(
                        new Candidate("pigments", null, null, null),
                        new Candidate("dye-works", "no-credential", "no key", null)),
                attempts,
                provider);
    }
}
