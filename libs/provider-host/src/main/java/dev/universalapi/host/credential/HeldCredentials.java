package dev.universalapi.host.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.engine.credential.OwnCredential;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.host.account.OwnCredentialsProperties;
import dev.universalapi.host.redis.IdentityFeed;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The credentials of organisations, in memory alone: asked for when one is needed, forgotten when it changes, and
/// asked for again when it has become old in case that was not heard of.
///
/// While nobody can be asked, what is known is used on for a while, and an organisation of which nothing is known has
/// none of its own.
final class HeldCredentials implements OwnCredentials, IdentityFeed.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(HeldCredentials.class);
    private static final String CREDENTIAL = "credential";
    private static final int MOST = 10_000;

    private final CredentialSource source;
    private final OwnCredentialsProperties properties;
    private final InstantSource clock;
    private final Executor telling;
    private final Cache<String, Slot<Set<String>>> having;
    private final Cache<String, Slot<Optional<Held>>> held;
    private volatile BooleanSupplier hearing = () -> false;

    /// One in use.
    ///
    /// @param dead whether auth-service knows it as refused
    private record Held(OwnCredential own, long version, AtomicBoolean dead) {
        @Override
        public String toString() {
            return own.credential().id();
        }
    }

    /// @param telling where auth-service is told something
    HeldCredentials(
            CredentialSource source, OwnCredentialsProperties properties, InstantSource clock, Executor telling) {
        this.source = source;
        this.properties = properties;
        this.clock = clock;
        this.telling = telling;
        this.having = slots(clock, properties.stale());
        this.held = slots(clock, properties.stale());
    }

    @Override
    public void hearBy(BooleanSupplier whether) {
        hearing = whether;
    }

    @Override
    public Set<String> providers(String organisation) {
        return having.get(organisation, _ -> new Slot<>(Set.of(), clock))
                .get(() -> source.having(organisation), this::fresh, properties.stale());
    }

    @Override
    public Optional<OwnCredential> find(String organisation, String provider) {
        return held(organisation, provider).map(Held::own);
    }

    @Override
    public void learn(String organisation, String provider, Credential credential, Outcome outcome) {
        var dead = outcome == Outcome.DEAD_KEY;
        if (dead || outcome == Outcome.OK || outcome == Outcome.EMPTY) {
            held(organisation, provider)
                    .filter(one -> one.own().credential().id().equals(credential.id()))
                    .filter(one -> one.dead().compareAndSet(!dead, dead))
                    .ifPresent(one -> telling.execute(() -> tell(organisation, provider, one, dead)));
        }
    }

    @Override
    public void changed(String kind, String id) {
        if (kind.equals(CREDENTIAL)) {
            held.invalidate(id);
            var slash = id.indexOf('/');
            having.invalidate(slash < 0 ? id : id.substring(0, slash));
        }
    }

    @Override
    public void forgetAll() {
        having.invalidateAll();
        held.invalidateAll();
    }

    private Optional<Held> held(String organisation, String provider) {
        return held.get(organisation + "/" + provider, _ -> new Slot<>(Optional.empty(), clock))
                .get(() -> ask(organisation, provider), this::fresh, properties.stale());
    }

    private Optional<Held> ask(String organisation, String provider) throws IOException {
        return source.deliver(organisation, provider)
                .map(one -> new Held(one.credential(), one.version(), new AtomicBoolean(one.dead())));
    }

    private void tell(String organisation, String provider, Held one, boolean dead) {
        try {
            source.tell(organisation, provider, one.version(), dead ? "dead" : "well");
        } catch (IOException away) {
            // the next call with it says so again
            one.dead().set(!dead);
            LOG.atWarn()
                    .addKeyValue("provider", provider)
                    .addKeyValue("why", away.getMessage())
                    .log("How a credential of an organisation was found could not be told");
        }
    }

    private Duration fresh() {
        return hearing.getAsBoolean() ? properties.fresh() : properties.unheard();
    }

    // what is not used is not kept: it is a secret
    private static <T> Cache<String, Slot<T>> slots(InstantSource clock, Duration idle) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(idle)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }
}
