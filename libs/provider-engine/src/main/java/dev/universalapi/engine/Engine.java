package dev.universalapi.engine;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Effort;
import dev.universalapi.engine.attempt.Ladder;
import dev.universalapi.engine.attempt.Step;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.choice.Chooser;
import dev.universalapi.engine.choice.Wanted;
import dev.universalapi.engine.choice.Weights;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.quota.Unlimited;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.standing.Pace;
import dev.universalapi.engine.standing.Pause;
import dev.universalapi.engine.standing.Standings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the providers of this process: choice, then attempts, then reply.
///
/// A cache will stand before the choice, in [#ask]: only what it lacks goes on. Quotas and breakers are filters
/// of the choice, and a score is its order. Nothing else here changes with them.
public final class Engine implements Providers {
    private final Supplier<Catalogue> catalogue;
    private final World world;
    private final Secrets secrets;
    private final Receipts receipts;
    private final Chooser chooser;
    private final Ladder ladder;
    private final String mode;

    /// An engine that shares nothing with others but what it is given.
    ///
    /// @param catalogue the catalogue as it is now; one question sees one catalogue
    /// @param egress out into the world, or to the sandbox
    /// @param order provider ids in the operator's order, as it is now
    /// @param mode `live` or `sandbox`, as answers tell it
    public Engine(
            Supplier<Catalogue> catalogue,
            Egress egress,
            Secrets secrets,
            Receipts receipts,
            InstantSource clock,
            Supplier<List<String>> order,
            String mode) {
        this.catalogue = catalogue;
        this.world = new World(egress, clock, mode.equals("sandbox"));
        this.secrets = secrets;
        this.receipts = receipts;
        this.chooser = new Chooser(new FirstLook(secrets), () -> Weights.DEFAULT, order);
        var standings = new Standings(clock, new Random(), () -> Pace.DEFAULT, Pause.REAL);
        this.ladder = new Ladder(clock, standings, new Unlimited(), () -> Effort.DEFAULT, new Random(), Pause.REAL);
        this.mode = mode;
    }

    @Override
    public <A extends Record> Reply<A> ask(Query<A> query, Asking asking) {
        var question = question(query, asking);
        var stranger =
                asking.route().unknown(id -> question.providers.provider(id).isPresent());
        if (stranger.isPresent()) {
            return refused(question, List.of(), Verdict.onStranger(stranger.get()));
        }
        if (question.choice.offers().isEmpty()) {
            return refused(
                    question, List.of(), Verdict.onChoice(question.type.path(), question.choice, question.askedAt));
        }
        var offers = question.offers();
        if (offers.isEmpty()) {
            return refused(question, List.of(), Verdict.onCursor(question.leadsTo()));
        }
        var steps = offers.stream()
                .flatMap(offer -> question.providers.provider(offer.provider()).stream()
                        .map(provider -> step(question, provider, offer)))
                .toList();
        var tried = ladder.climb(steps, asking.deadline());
        var answer = tried.isEmpty() ? null : tried.getLast().answer();
        return answer == null
                ? refused(question, tried, Verdict.onAttempts(attempts(tried)))
                : answered(question, tried, answer);
    }

    @Override
    public Receipt plan(Query<?> query, Asking asking) {
        return receipt(question(query, asking), List.of(), null);
    }

    private Step step(Question question, Provider provider, Offer offer) {
        return new Step(
                provider,
                secrets.credentials(provider).stream()
                        .map(credential -> new Calling(offer, question.query, credential, world))
                        .toList());
    }

    private Question question(Query<?> query, Asking asking) {
        if (!(query instanceof Record asked)) {
            throw new IllegalArgumentException(query.getClass() + " is no record");
        }
        var providers = catalogue.get();
        var type = providers
                .operations()
                .find(query.getClass())
                .orElseThrow(() -> new IllegalArgumentException(query.getClass() + " is no operation"));
        var now = world.clock().instant();
        var wanted = new Wanted(type.path(), asked, asking.route(), now, asking.deadline());
        // a request's own seed: asked again about it, the choice comes out the same
        var seed = new SplittableRandom(asking.requestId().hashCode());
        return new Question(type, asked, asking, providers, chooser.choose(providers, wanted, seed), now);
    }

    // the offer has read the answer as the type that belongs to the query's operation
    @SuppressWarnings("unchecked")
    private <A extends Record> Reply<A> answered(Question question, List<Tried> tried, Reading.Answer answer) {
        var last = tried.getLast();
        var provider = last.attempt().provider();
        var receipt = receipt(question, attempts(tried), provider);
        receipts.keep(receipt);
        var attribution = question.providers
                .provider(provider)
                .map(known -> known.terms().attribution())
                .orElse(null);
        var meta = new Meta(
                provider, attribution, mode, receipt.id(), receipt.attempts(), answer.leftOut(), last.sample());
        return new Reply.Answered<>((A) answer.value(), meta, receipt, answer.next());
    }

    private <A extends Record> Reply<A> refused(Question question, List<Tried> tried, Verdict verdict) {
        var receipt = receipt(question, attempts(tried), null);
        receipts.keep(receipt);
        return new Reply.Refused<>(verdict.type(), verdict.detail(), verdict.retryAfter(), receipt);
    }

    private Receipt receipt(Question question, List<Attempt> attempts, @Nullable String provider) {
        return new Receipt(
                question.asking.requestId(),
                question.asking.organisation(),
                question.type.path(),
                question.type.describe(question.query),
                question.askedAt,
                mode,
                question.choice.candidates(),
                attempts,
                provider);
    }

    private static List<Attempt> attempts(List<Tried> tried) {
        return tried.stream().map(Tried::attempt).toList();
    }

    /// One question, and all that was decided before anybody was called.
    private record Question(
            OperationType type, Record query, Asking asking, Catalogue providers, Choice choice, Instant askedAt) {

        /// Who is asked, in order: only one provider can go on in its own list.
        List<Offer> offers() {
            var cursor = asking.cursor();
            return cursor == null
                    ? choice.offers()
                    : choice.offers().stream()
                            .filter(offer -> offer.pages() && offer.provider().equals(cursor.provider()))
                            .map(offer -> offer.at(cursor.position()))
                            .toList();
        }

        String leadsTo() {
            var cursor = asking.cursor();
            return cursor == null ? "nobody" : cursor.provider();
        }
    }
}
