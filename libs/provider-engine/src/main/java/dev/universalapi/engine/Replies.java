package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.cache.Served;
import dev.universalapi.engine.cache.shelf.Told;
import dev.universalapi.engine.choice.Prospects;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes what a caller gets of what was served, and keeps the receipt of it: one for each question.
final class Replies {
    private final Receipts receipts;
    private final Prospects prospects;
    private final String mode;

    Replies(Receipts receipts, Prospects prospects, String mode) {
        this.receipts = receipts;
        this.prospects = prospects;
        this.mode = mode;
    }

    <A extends Record> Reply<A> of(Enquiry enquiry, Served<Pursued> served) {
        return switch (served) {
            case Served.Kept<Pursued>(var entry, var age, var how, var failed) ->
                kept(enquiry, entry.told(), age, how, failed);
            case Served.Replied<Pursued>(var pursued, var how) -> replied(enquiry, pursued, how);
            case Served.Unanswered<Pursued>(var how) -> unanswered(enquiry, how);
        };
    }

    <A extends Record> Reply<A> refused(Enquiry enquiry, Verdict verdict) {
        return refused(receipt(enquiry, List.of(), List.of(), null, null), verdict);
    }

    /// Tells more in the receipt of one whose time was up before this was known.
    void late(Enquiry enquiry, Pursued pursued) {
        var from = new Receipt.Origin(How.LATE.label(), null);
        receipts.keep(receipt(enquiry, pursued.choice().candidates(), pursued.attempts(), null, from));
    }

    /// What would be done.
    Receipt plan(Enquiry enquiry, List<Candidate> candidates) {
        return receipt(enquiry, candidates, List.of(), null, null);
    }

    /// What a reader is told when nobody can be asked for a stream.
    Ending unstreamed(Enquiry enquiry, Verdict verdict) {
        return broken(receipt(enquiry, List.of(), List.of(), null, null), verdict);
    }

    /// What a reader is told at the end of a stream.
    ///
    /// @param parts how many went to the reader
    Ending streamed(Enquiry enquiry, Pursued pursued, int parts) {
        var candidates = pursued.choice().candidates();
        var attempts = pursued.attempts();
        var whole = pursued.answered();
        if (whole.isPresent()) {
            var provider = whole.get().attempt().provider();
            var receipt = receipt(enquiry, candidates, attempts, provider, null);
            receipts.keep(receipt);
            return new Ending.Whole(meta(enquiry, pursued, whole.get(), receipt), receipt);
        }
        var receipt = receipt(enquiry, candidates, attempts, null, null);
        if (parts == 0) {
            return broken(receipt, Objects.requireNonNull(pursued.verdict()));
        }
        receipts.keep(receipt);
        return new Ending.Broken(Verdict.onBreak(attempts.getLast(), parts), receipt);
    }

    private Ending broken(Receipt receipt, Verdict verdict) {
        receipts.keep(receipt);
        return new Ending.Refused(verdict.type(), verdict.detail(), verdict.retryAfter(), receipt);
    }

    private <A extends Record> Reply<A> kept(
            Enquiry enquiry, Told told, Duration age, How how, @Nullable Pursued failed) {
        var attempts = failed == null ? List.<Attempt>of() : failed.attempts();
        var candidates = failed == null ? List.<Candidate>of() : failed.choice().candidates();
        var from = new Receipt.Origin(how.label(), told.receipt());
        var receipt = receipt(enquiry, candidates, attempts, told.provider(), from);
        var meta = new Meta(
                told.provider(),
                told.attribution(),
                mode,
                receipt.id(),
                true,
                age.toSeconds(),
                Meta.stale(how),
                attempts,
                BigDecimal.ZERO,
                quota(enquiry, told.provider()),
                0,
                told.sample(),
                null);
        return answered(enquiry, told.answer(), meta, receipt, told.next(), null);
    }

    private <A extends Record> Reply<A> replied(Enquiry enquiry, Pursued pursued, How how) {
        var own = pursued.receipt().equals(enquiry.asking().requestId()) && how != How.SHARED;
        var attempts = own ? pursued.attempts() : List.<Attempt>of();
        var from = own ? null : new Receipt.Origin(how.label(), pursued.receipt());
        var candidates = pursued.choice().candidates();
        var answered = pursued.answered();
        if (answered.isPresent()) {
            var provider = answered.get().attempt().provider();
            var receipt = receipt(enquiry, candidates, attempts, provider, from);
            return answered(enquiry, pursued, answered.get(), receipt);
        }
        var receipt = receipt(enquiry, candidates, attempts, null, from);
        return refused(receipt, Objects.requireNonNull(pursued.verdict()));
    }

    private <A extends Record> Reply<A> answered(Enquiry enquiry, Pursued pursued, Tried tried, Receipt receipt) {
        var answer = Objects.requireNonNull(tried.answer());
        var raw = tried.raw();
        var meta = meta(enquiry, pursued, tried, receipt);
        return answered(enquiry, answer.value(), raw == null ? meta : meta.beside(raw), receipt, answer.next(), raw);
    }

    private Meta meta(Enquiry enquiry, Pursued pursued, Tried tried, Receipt receipt) {
        var answer = Objects.requireNonNull(tried.answer());
        var provider = tried.attempt().provider();
        var own = receipt.from() == null;
        return new Meta(
                        provider,
                        provider(enquiry, provider)
                                .map(known -> known.terms().attribution())
                                .orElse(null),
                        mode,
                        receipt.id(),
                        !own,
                        own ? null : 0L,
                        null,
                        pursued.attempts(),
                        own ? price(enquiry, pursued) : BigDecimal.ZERO,
                        quota(enquiry, provider),
                        answer.leftOut(),
                        tried.sample(),
                        null)
                .by(own ? tried.credential().owner() : Credential.Owner.NONE);
    }

    private <A extends Record> Reply<A> unanswered(Enquiry enquiry, How how) {
        var attempts = List.copyOf(enquiry.known());
        var verdict = how == How.LEFT
                ? new Verdict(ProblemType.PROVIDERS_FAILED, "The caller left.", null)
                : Verdict.onLate(attempts);
        return refused(receipt(enquiry, List.of(), attempts, null, new Receipt.Origin(how.label(), null)), verdict);
    }

    // whoever answered has read the answer as the type that belongs to the query's operation
    @SuppressWarnings("unchecked")
    private <A extends Record> Reply<A> answered(
            Enquiry enquiry, Record value, Meta meta, Receipt receipt, @Nullable Position next, @Nullable Raw raw) {
        receipts.keep(receipt);
        return new Reply.Answered<>((A) value, meta, receipt, next, raw, fresh(enquiry, meta));
    }

    // who lets nothing be kept has no time for it in the catalogue
    private static Duration fresh(Enquiry enquiry, Meta meta) {
        var age = meta.age() == null ? 0 : meta.age();
        return provider(enquiry, meta.provider())
                .filter(_ -> meta.stale() == null)
                .flatMap(provider -> provider.offer(enquiry.type().path()))
                .flatMap(Offer::cache)
                .map(longest -> longest.minusSeconds(age))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private <A extends Record> Reply<A> refused(Receipt receipt, Verdict verdict) {
        receipts.keep(receipt);
        return new Reply.Refused<>(verdict.type(), verdict.detail(), verdict.retryAfter(), receipt);
    }

    private Receipt receipt(
            Enquiry enquiry,
            List<Candidate> candidates,
            List<Attempt> attempts,
            @Nullable String provider,
            Receipt.@Nullable Origin from) {
        return new Receipt(
                enquiry.asking().requestId(),
                enquiry.asking().organisation(),
                enquiry.type().path(),
                enquiry.type().describe(enquiry.query()),
                enquiry.askedAt(),
                mode,
                candidates,
                attempts,
                provider,
                from);
    }

    /// What all the calls of a pursuit cost; of those that brought no answer what was known before.
    static BigDecimal price(Enquiry enquiry, Pursued pursued) {
        return pursued.tried().stream()
                .filter(tried -> tried.attempt().called())
                .map(tried -> price(enquiry, tried))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What one call cost; nothing where the organisation pays the provider itself.
    static BigDecimal price(Enquiry enquiry, Tried tried) {
        if (tried.credential().owner() == Credential.Owner.ORGANISATION) {
            return BigDecimal.ZERO;
        }
        var answer = tried.answer();
        return provider(enquiry, tried.attempt().provider())
                .flatMap(provider -> provider.offer(enquiry.type().path()))
                .map(offer ->
                        answer == null ? offer.price(enquiry.query()) : offer.price(enquiry.query(), answer.spent()))
                .orElse(BigDecimal.ZERO);
    }

    private Meta.@Nullable Quota quota(Enquiry enquiry, String id) {
        return provider(enquiry, id)
                .filter(provider -> !provider.quota().isEmpty())
                .map(provider -> new Meta.Quota(
                        prospects.with(enquiry.keyring()).headroom(provider).left()))
                .orElse(null);
    }

    private static Optional<Provider> provider(Enquiry enquiry, String id) {
        return enquiry.providers().provider(id);
    }
}
