package dev.universalapi.gateway.identity.account;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.universalapi.gateway.identity.feed.Change;
import dev.universalapi.gateway.identity.feed.FeedState;
import dev.universalapi.gateway.identity.feed.Remembers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose keys are, remembered: auth-service is asked once for a key, however many requests wait for the answer, and
/// before what is in use has become old. A change that is heard of is forgotten at once.
///
/// Whoever was known lately goes on while auth-service is away. That memory is kept apart, and is not lost where
/// changes
/// may have been missed: it counts only where nobody can be asked.
public final class Accounts implements Remembers {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Duration FROM_MEMORY = Duration.ofSeconds(1);

    private final Function<String, CompletableFuture<Optional<Account>>> asking;
    private final AccountProperties times;
    private final FeedState feed;
    private final Ticker ticker;
    private final AccountFigures figures;
    private final Reach reach;
    private final AsyncLoadingCache<String, Known> cache;
    private final Cache<String, Account> before;
    private final AtomicLong changes = new AtomicLong();

    private enum Source {
        ASKED,
        MEMORY
    }

    /// What is known of a key.
    public static final class Known {
        private final Optional<Account> account;
        private final Source source;
        private final long at;

        private Known(Optional<Account> account, Source source, long at) {
            this.account = account;
            this.source = source;
            this.at = at;
        }

        /// Whose it is; empty if it is nobody's.
        public Optional<Account> account() {
            return account;
        }
    }

    /// @param asking by the SHA-256 of a key
    Accounts(
            Function<String, CompletableFuture<Optional<Account>>> asking,
            AccountProperties times,
            FeedState feed,
            Ticker ticker,
            AccountFigures figures) {
        this.asking = asking;
        this.times = times;
        this.feed = feed;
        this.ticker = ticker;
        this.figures = figures;
        this.reach = new Reach(ticker, times.timeout());
        this.before = Caffeine.newBuilder()
                .maximumSize(times.most())
                .expireAfterWrite(times.remembered())
                .ticker(ticker)
                .build();
        this.cache = Caffeine.newBuilder()
                .maximumSize(times.most())
                .expireAfter(Expiry.<String, Known>writing((_, known) -> life(known)))
                .refreshAfterWrite(times.fresh().multipliedBy(3).dividedBy(4))
                .ticker(ticker)
                .buildAsync((sha256, _) -> load(sha256));
    }

    /// What is known of the key of a digest. It fails if nobody can be asked and nothing is remembered.
    public CompletableFuture<Known> find(String sha256) {
        var found = cache.get(sha256);
        if (isTooOld(found)) {
            cache.asMap().remove(sha256, found);
            found = cache.get(sha256);
        }
        return found;
    }

    /// How many keys are remembered, about.
    long size() {
        return cache.synchronous().estimatedSize();
    }

    private Duration life(Known known) {
        return switch (known.source) {
            case ASKED -> known.account.isPresent() ? times.fresh() : times.unknown();
            case MEMORY -> FROM_MEMORY;
        };
    }

    /// What the cache cannot see: that changes are no longer heard of.
    private boolean isTooOld(CompletableFuture<Known> found) {
        return !feed.isConnected()
                && found.state() == Future.State.SUCCESS
                && ticker.read() - found.resultNow().at >= times.unheard().toNanos();
    }

    private CompletableFuture<Known> load(String sha256) {
        if (!reach.isWorthATry()) {
            figures.spared();
            return fromMemory(sha256, new UnavailableException("auth-service was away a moment ago"));
        }
        var begun = ticker.read();
        var heard = changes.get();
        return asking.apply(sha256)
                .thenApply(answer -> {
                    figures.answered(ticker.read() - begun, answer.isPresent());
                    return answered(sha256, answer, heard);
                })
                .exceptionallyCompose(failure -> {
                    figures.failed(ticker.read() - begun);
                    return failed(sha256, failure);
                });
    }

    private Known answered(String sha256, Optional<Account> answer, long heard) {
        reach.answered();
        answer.ifPresentOrElse(account -> before.put(sha256, account), () -> before.invalidate(sha256));
        if (changes.get() != heard) { // something was changed meanwhile, maybe this
            before.invalidate(sha256);
        }
        return new Known(answer, Source.ASKED, ticker.read());
    }

    private CompletableFuture<Known> failed(String sha256, Throwable failure) {
        if (reach.failed()) {
            LOG.atWarn()
                    .addKeyValue("why", String.valueOf(failure.getMessage()))
                    .log("auth-service cannot be asked; whoever was known lately goes on");
        }
        return fromMemory(sha256, failure);
    }

    private CompletableFuture<Known> fromMemory(String sha256, Throwable why) {
        @Nullable Account account = before.getIfPresent(sha256);
        if (account == null) {
            return CompletableFuture.failedFuture(why);
        }
        figures.remembered();
        return CompletableFuture.completedFuture(new Known(Optional.of(account), Source.MEMORY, ticker.read()));
    }

    /// Also an answer that is still on its way no longer counts.
    @Override
    public void changed(Change change) {
        changes.incrementAndGet();
        switch (change.kind()) {
            case "key" -> {
                cache.asMap().remove(change.id());
                before.invalidate(change.id());
            }
            case "organisation", "project", "plan" -> forget(account -> concerns(account, change.id()));
            default -> {}
        }
    }

    @Override
    public void missed() {
        changes.incrementAndGet();
        cache.synchronous().invalidateAll();
    }

    private static boolean concerns(Account account, String id) {
        var caller = account.caller();
        return id.equals(caller.organisation()) || id.equals(caller.project()) || id.equals(caller.plan());
    }

    private void forget(Predicate<Account> concerned) {
        cache.asMap().forEach((sha256, known) -> {
            if (known.state() != Future.State.SUCCESS
                    || known.resultNow().account.filter(concerned).isPresent()) {
                cache.asMap().remove(sha256, known);
            }
        });
        before.asMap().values().removeIf(concerned);
    }
}
