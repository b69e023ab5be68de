package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.attempt.Ladder;
import dev.universalapi.engine.attempt.StreamCalling;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.cache.Answers;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.cache.Loaded;
import dev.universalapi.engine.cache.Wanted;
import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Told;
import dev.universalapi.engine.choice.Chooser;
import dev.universalapi.engine.choice.Prospects;
import dev.universalapi.engine.credential.Keyring;
import dev.universalapi.engine.drift.Sentinel;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Terms;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.standing.Pause;
import dev.universalapi.engine.standing.Standings;
import dev.universalapi.engine.usage.Bill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Asks the providers of this process: what is kept, then choice, then attempts, then reply.
public final class Engine implements Providers {
    private static final Set<ProblemType> SICK = EnumSet.of(
            ProblemType.PROVIDERS_FAILED,
            ProblemType.PROVIDERS_TIMED_OUT,
            ProblemType.PROVIDERS_RATE_LIMITED,
            ProblemType.CREDENTIALS_EXHAUSTED);

    private final Surroundings around;
    private final Standings standings;
    private final Prospects prospects;
    private final Sentinel sentinel;
    private final Pursuit pursuit;
    private final Answers<Pursued> answers;
    private final Replies replies;
    private final Observer observer;

    /// An engine that shares nothing with others but what it is given.
    public Engine(Surroundings around, Tuning tuning, Observer observer) {
        this.around = around;
        this.observer = observer;
        var clock = around.clock();
        var random = new Random();
        this.standings = new Standings(clock, random, tuning.pace(), Pause.REAL);
        this.prospects = new Prospects(Keyring.of(around.secrets()), standings, around.quotas(), around.switches());
        this.sentinel = new Sentinel(clock, observer::drifted);
        this.pursuit = new Pursuit(
                new Chooser(prospects, tuning.weights(), tuning.order()),
                new Ladder(clock, standings, around.quotas(), tuning.effort(), random, Pause.REAL),
                prospects,
                standings,
                new World(around.transport(), clock, around.sandbox()),
                sentinel,
                observer);
        this.answers = new Answers<>(tuning.lifetimes(), around.shelf(), clock);
        this.replies = new Replies(around.receipts(), prospects, around.mode());
    }

    @Override
    public <A extends Record> Reply<A> ask(Question<A> question, Asking asking) {
        var enquiry = enquiry(question, asking);
        if (enquiry.type().form() == Form.STREAM) {
            throw new IllegalArgumentException(enquiry.type() + " is answered in parts");
        }
        var barred = barred(enquiry);
        if (barred.isPresent()) {
            return replies.refused(enquiry, barred.get());
        }
        var served = answers.find(wanted(enquiry), deadline -> load(enquiry, deadline));
        observer.served(enquiry.type(), served.how());
        enquiry.settle(served, around.clock().instant());
        return replies.of(enquiry, served);
    }

    // a stream hands on nothing but parts of its operation's type
    @Override
    @SuppressWarnings("unchecked")
    public <P extends Record> Ending stream(Question<Streamed<P>> question, Asking asking, Sink<P> sink) {
        var enquiry = enquiry(question, asking);
        if (enquiry.type().form() != Form.STREAM) {
            throw new IllegalArgumentException(enquiry.type() + " is not answered in parts");
        }
        var barred = barred(enquiry);
        var ending = barred.isPresent()
                ? replies.unstreamed(enquiry, barred.get())
                : streamed(enquiry, part -> sink.part((P) part));
        observer.served(enquiry.type(), How.BYPASS);
        return ending;
    }

    private Ending streamed(Enquiry enquiry, Sink<Record> sink) {
        var calls = new ArrayList<StreamCalling>();
        var pursued = pursuit.run(enquiry, enquiry.asking().deadline(), (offer, credential, world) -> {
            var call = new StreamCalling(offer, enquiry.query(), credential, world, EgressStream.Limits.DEFAULT, sink);
            calls.add(call);
            return call;
        });
        enquiry.bill().called(pursued.calls(enquiry));
        enquiry.settle(pursued, around.clock().instant());
        return replies.streamed(
                enquiry, pursued, calls.stream().mapToInt(StreamCalling::parts).sum());
    }

    // why nobody at all is asked, not even what is kept
    private Optional<Verdict> barred(Enquiry enquiry) {
        var path = enquiry.type().path();
        return around.switches()
                .operation(path)
                .map(reason -> Verdict.onSwitchedOff(path, reason))
                .or(() -> enquiry.asking()
                        .route()
                        .unknown(id -> enquiry.providers().provider(id).isPresent())
                        .map(Verdict::onStranger));
    }

    @Override
    public Receipt plan(Question<?> question, Asking asking) {
        var enquiry = enquiry(question, asking);
        return replies.plan(enquiry, pursuit.choose(enquiry, asking.deadline()).candidates());
    }

    /// How a provider is doing, by real calls of this process.
    public Insight insight(Provider provider) {
        var shapes = provider.offers().stream()
                .map(offer -> new Insight.Shape(
                        offer.operation().path(),
                        sentinel.fingerprint(offer).orElse(null),
                        sentinel.drift(offer).orElse(null)))
                .filter(shape -> shape.fingerprint() != null || shape.drift() != null)
                .toList();
        return new Insight(
                prospects.health(provider),
                prospects.keys(provider),
                standings.of(provider.id()).room(),
                prospects.headroom(provider),
                shapes);
    }

    private Enquiry enquiry(Question<?> question, Asking asking) {
        if (!(question instanceof Record asked)) {
            throw new IllegalArgumentException(question.getClass() + " is no record");
        }
        var providers = around.catalogue().get();
        var type = providers
                .operations()
                .find(asked.getClass())
                .orElseThrow(() -> new IllegalArgumentException(asked.getClass() + " is no operation"));
        return new Enquiry(
                type,
                asked,
                asking,
                new Bill(observer::spent),
                providers,
                Keyring.of(around.secrets(), around.own(), asking.organisation()),
                around.clock().instant());
    }

    private Wanted wanted(Enquiry enquiry) {
        var asking = enquiry.asking();
        return new Wanted(
                enquiry.type(),
                enquiry.query(),
                asking.cursor(),
                partition(enquiry),
                asking.organisation(),
                keepable(enquiry),
                asking.route(),
                told -> suits(enquiry, told),
                asking.raw() ? asking.freshness().live() : asking.freshness(),
                asking.deadline());
    }

    // what an organisation's own credential brings, or does not bring, is nobody else's
    private static String partition(Enquiry enquiry) {
        var organisation = enquiry.asking().organisation();
        return enquiry.providers().offering(enquiry.type().path()).stream()
                        .anyMatch(offer -> enquiry.keyring().owns(offer.provider()))
                ? CacheKey.of(organisation)
                : CacheKey.PUBLIC;
    }

    // what was done is not done again by telling of it, and shelves hold records, not bytes
    private static boolean keepable(Enquiry enquiry) {
        var type = enquiry.type();
        return type.kind() == Kind.QUERY
                && type.form() == Form.RECORD
                && enquiry.providers().offering(type.path()).stream()
                        .filter(offer -> leadsTo(enquiry, offer))
                        .anyMatch(offer -> offer.cache().isPresent());
    }

    private static boolean leadsTo(Enquiry enquiry, Offer offer) {
        var cursor = enquiry.asking().cursor();
        return cursor == null || offer.pages() && offer.provider().equals(cursor.provider());
    }

    // an answer of a provider that is no longer there, is switched off, or no longer lets answers be kept, is none
    private boolean suits(Enquiry enquiry, Told told) {
        return enquiry.asking().route().suits(told.provider(), told.price())
                && around.switches().provider(told.provider()).isEmpty()
                && offer(enquiry, told.provider())
                        .filter(offer -> leadsTo(enquiry, offer))
                        .flatMap(Offer::cache)
                        .isPresent();
    }

    private Loaded<Pursued> load(Enquiry enquiry, Instant deadline) {
        var pursued = pursuit.run(enquiry, deadline);
        enquiry.bill().called(pursued.calls(enquiry));
        if (around.clock().instant().isAfter(enquiry.asking().deadline())) {
            replies.late(enquiry, pursued);
        }
        var verdict = pursued.verdict();
        if (verdict == null) {
            return answered(enquiry, pursued);
        }
        return verdict.type() == ProblemType.NO_RESULT
                ? new Loaded.Nothing<>(pursued)
                : new Loaded.Failed<>(pursued, SICK.contains(verdict.type()));
    }

    private static Loaded<Pursued> answered(Enquiry enquiry, Pursued pursued) {
        var tried = pursued.tried().getLast();
        var answer = Objects.requireNonNull(tried.answer());
        var provider = provider(enquiry.providers(), tried.attempt().provider());
        var told = new Told(
                answer.value(),
                provider.id(),
                provider.terms().attribution(),
                tried.sample(),
                Replies.price(enquiry, pursued),
                pursued.receipt(),
                answer.next());
        var keeping = new Loaded.Keeping(
                offer(enquiry, provider.id()).flatMap(Offer::cache),
                answer.outcome() == Outcome.EMPTY,
                failedBefore(pursued),
                answer.leftOut() > 0,
                provider.terms().commercial() != Terms.Commercial.FORBIDDEN);
        return new Loaded.Answered<>(pursued, told, keeping);
    }

    // who was merely slower, or was not asked, takes nothing from the answer
    private static boolean failedBefore(Pursued pursued) {
        return pursued.attempts().stream()
                .limit(pursued.tried().size() - 1L)
                .anyMatch(attempt -> attempt.called() && attempt.outcome() != Outcome.CANCELLED);
    }

    private static Optional<Offer> offer(Enquiry enquiry, String provider) {
        return enquiry.providers()
                .provider(provider)
                .flatMap(known -> known.offer(enquiry.type().path()));
    }

    private static Provider provider(Catalogue providers, String id) {
        return providers.provider(id).orElseThrow();
    }
}
