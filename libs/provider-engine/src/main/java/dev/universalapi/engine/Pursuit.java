package dev.universalapi.engine;

import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Ladder;
import dev.universalapi.engine.attempt.Rung;
import dev.universalapi.engine.attempt.Step;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.choice.Chooser;
import dev.universalapi.engine.choice.Prospects;
import dev.universalapi.engine.choice.Wanted;
import dev.universalapi.engine.drift.Sentinel;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.standing.Standings;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the providers: choice, then attempts.
final class Pursuit {
    private final Chooser chooser;
    private final Ladder ladder;
    private final Prospects prospects;
    private final Standings standings;
    private final World world;
    private final Sentinel sentinel;
    private final Observer observer;

    Pursuit(
            Chooser chooser,
            Ladder ladder,
            Prospects prospects,
            Standings standings,
            World world,
            Sentinel sentinel,
            Observer observer) {
        this.chooser = chooser;
        this.ladder = ladder;
        this.prospects = prospects;
        this.standings = standings;
        this.world = world;
        this.sentinel = sentinel;
        this.observer = observer;
    }

    /// Whom to ask now.
    Choice choose(Enquiry enquiry, Instant deadline) {
        var asking = enquiry.asking();
        var now = world.clock().instant();
        var wanted = new Wanted(enquiry.type().path(), enquiry.query(), asking.route(), now, deadline);
        // a request's own seed: asked again about it, the choice comes out the same
        return chooser.choose(
                enquiry.providers(),
                wanted,
                prospects.with(enquiry.keyring()),
                new SplittableRandom(asking.requestId().hashCode()));
    }

    /// How one provider is asked.
    @FunctionalInterface
    interface Means {
        Rung of(Offer offer, Credential credential, World world);
    }

    /// Asks until one answers, the taxonomy says stop, or the deadline is near.
    Pursued run(Enquiry enquiry, Instant deadline) {
        return run(
                enquiry,
                deadline,
                (offer, credential, around) -> new Calling(
                        offer,
                        enquiry.query(),
                        credential,
                        around,
                        enquiry.asking().raw()));
    }

    /// The same, in another way.
    Pursued run(Enquiry enquiry, Instant deadline, Means means) {
        var choice = choose(enquiry, deadline);
        var receipt = enquiry.asking().requestId();
        if (choice.picked().isEmpty()) {
            var verdict = Verdict.onChoice(
                    enquiry.type().path(), choice, world.clock().instant());
            return new Pursued(receipt, choice, List.of(), verdict);
        }
        var cursor = enquiry.asking().cursor();
        var offers = offers(choice, cursor);
        if (cursor != null && offers.isEmpty()) {
            return new Pursued(receipt, choice, List.of(), Verdict.onCursor(cursor.provider()));
        }
        choice.admitted().forEach(standings::admit);
        var steps =
                offers.stream().flatMap(offer -> step(enquiry, offer, means)).toList();
        var tried = ladder.climb(
                steps,
                enquiry.asking().deadline(),
                deadline,
                one -> enquiry.known().add(one.attempt()));
        tried.forEach(one -> note(enquiry, choice, one));
        var answered = !tried.isEmpty() && tried.getLast().answer() != null;
        return new Pursued(
                receipt,
                choice,
                tried,
                answered ? null : Verdict.on(enquiry.type().kind(), tried));
    }

    // only one provider can go on in its own list
    private static List<Offer> offers(Choice choice, Cursor.@Nullable Leading cursor) {
        return cursor == null
                ? choice.offers()
                : choice.offers().stream()
                        .filter(offer -> offer.pages() && offer.provider().equals(cursor.provider()))
                        .map(offer -> offer.at(cursor.position()))
                        .toList();
    }

    private Stream<Step> step(Enquiry enquiry, Offer offer, Means means) {
        return enquiry.providers().provider(offer.provider()).stream()
                .map(provider -> new Step(
                        provider,
                        enquiry.keyring().credentials(provider).stream()
                                .map(credential -> means.of(offer, credential, world))
                                .toList()));
    }

    private void note(Enquiry enquiry, Choice choice, Tried tried) {
        Attempt attempt = tried.attempt();
        observer.attempted(enquiry.type(), attempt);
        if (attempt.called()) {
            enquiry.keyring().learn(attempt.provider(), tried.credential(), attempt.outcome());
        }
        var response = tried.response();
        if (response != null) {
            choice.offers().stream()
                    .filter(offer -> offer.provider().equals(attempt.provider()))
                    .findFirst()
                    .ifPresent(offer -> sentinel.see(offer, attempt.outcome(), attempt.message(), response));
        }
    }
}
