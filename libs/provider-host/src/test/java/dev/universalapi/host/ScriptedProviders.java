package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.kind.Streamed;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Providers that reply as a test wants, and remember what they were asked.
final class ScriptedProviders implements Providers {
    /// Where brushes go on.
    static final Position NEXT = new Position(2, 2, "t", 0);

    /// What pigments itself says.
    static final Raw RAW =
            new Raw(JsonNodeFactory.instance.objectNode().put("colour", "rouge"), "application/json", false);

    private final List<Question<?>> story = new CopyOnWriteArrayList<>();
    private final List<Asking> askings = new CopyOnWriteArrayList<>();
    private final String mode;
    private final Receipts receipts;
    private @Nullable ProblemType refusal;
    private @Nullable Duration retryAfter;
    private @Nullable RuntimeException failure;
    private int calls;
    private final Semaphore streamEnded = new Semaphore(0);
    private @Nullable Question<?> asked;
    private @Nullable Asking asking;

    ScriptedProviders(String mode, Receipts receipts) {
        this.mode = mode;
        this.receipts = receipts;
    }

    /// All that were asked since [#answer], in order.
    List<Question<?>> story() {
        return List.copyOf(story);
    }

    /// How they were asked.
    List<Asking> askings() {
        return List.copyOf(askings);
    }

    void answer() {
        story.clear();
        askings.clear();
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
    Question<?> asked() {
        return asked;
    }

    int calls() {
        return calls;
    }

    Asking asking() {
        return Objects.requireNonNull(asking, "nobody was asked");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Record> Reply<A> ask(Question<A> query, Asking on) {
        asked = query;
        asking = on;
        story.add(query);
        askings.add(on);
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
        calls++;
        if (query instanceof Brush) {
            return new Reply.Answered<>((A) new Brush.Answer(7), meta(mode, null, receipt), receipt, NEXT);
        }
        var meta = meta(mode, query instanceof Swatch ? "© Pigments, Köln" : null, receipt);
        return on.raw()
                ? new Reply.Answered<>((A) data(query), meta.beside(RAW), receipt, null, RAW)
                : new Reply.Answered<>((A) data(query), meta, receipt);
    }

    private static Meta meta(String mode, @Nullable String attribution, Receipt receipt) {
        return new Meta(
                "pigments",
                attribution,
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
    }

    @Override
    @SuppressWarnings("unchecked")
    public <P extends Record> Ending stream(Question<Streamed<P>> question, Asking on, Sink<P> sink) {
        var how = ((Ballad) (Question<?>) question).how();
        var attempt =
                new Attempt("pigments", how.equals("whole") ? Outcome.OK : Outcome.UNAVAILABLE, 12, 200, null, null);
        var receipt = receipt(on, List.of(attempt), "pigments");
        try {
            return stream(how, receipt, words -> ((Sink<Record>) sink).part(new Ballad.Line(words)));
        } finally {
            streamEnded.release();
        }
    }

    private static Ending stream(String how, Receipt receipt, Function<String, Taken> sink) {
        var taken = how.startsWith("refused") || how.equals("bug before")
                ? Taken.TAKEN
                : sink.apply(how.equals("large") ? "x".repeat(70_000) : "line 1 é");
        return switch (how) {
            case "whole" -> {
                var _ = sink.apply("line 2 é");
                var meta = meta("live", null, receipt);
                yield new Ending.Whole(meta, receipt);
            }
            case "refused" ->
                new Ending.Refused(ProblemType.PROVIDERS_RATE_LIMITED, "Nobody sings.", Duration.ofSeconds(7), receipt);
            case "large" -> new Ending.Refused(ProblemType.PROVIDERS_FAILED, taken.toString(), null, receipt);
            case "bug before", "bug after" -> throw new IllegalStateException("a bug");
            case "endless" -> {
                while (taken == Taken.TAKEN) {
                    taken = sink.apply("x".repeat(60_000));
                }
                yield new Ending.Broken(taken.toString(), receipt);
            }
            case "endless silence" -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                yield new Ending.Broken("the caller left", receipt);
            }
            default -> new Ending.Broken("pigments broke off.", receipt);
        };
    }

    void forgetStreams() {
        streamEnded.drainPermits();
    }

    /// Waits until a stream is over.
    boolean streamEnded(long time, TimeUnit unit) throws InterruptedException {
        return streamEnded.tryAcquire(time, unit);
    }

    private Record data(Question<?> question) {
        return switch (question) {
            case Swatch swatch -> new Binary(swatch.name(), new byte[] {1, 2, 3});
            case Order order -> new Order.Answer("order " + calls + " of " + order.tubes());
            case Sundial _ -> Sundial.answer();
            case Atlas atlas -> atlas.answer();
            default -> new Colour.Answer("#ff0000", new BigDecimal("0.0000001"), null);
        };
    }

    @Override
    public Receipt plan(Question<?> query, Asking on) {
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
