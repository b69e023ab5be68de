package dev.universalapi.engine.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Counts.Told;
import dev.universalapi.engine.quota.Counts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Counts every call where all replicas count, right before it is sent.
///
/// While the store is away a replica spends its share of what was left when it last heard of it, limit ÷ replicas in
/// every later window, and tells the store when it is back. The clock of the store is the clock of the windows: a
/// replica further than [Counts#SKEW] from it follows it.
public final class CountedQuotas implements Quotas {
    private static final Duration DOUBT = Duration.ofSeconds(1);
    private static final Duration REMINDING = Duration.ofMinutes(1);
    private static final int ACCOUNTS = 10_000;

    /// How credentials are spared. All may change while it runs.
    ///
    /// @param unknownRest of one that was called too often and not told for how long; doubled each time
    /// @param longestUnknownRest where doubling ends
    /// @param spentRest of one whose quota is spent, where none is declared and no time is told
    /// @param longestRest the most that is believed of any time told
    /// @param margin share, 0 to 1, of a quota that is left alone once counts were lost, until the provider tells
    /// @param settle how long the share of one replica still holds after the store has come back, so that every
    ///     replica can tell what it spent without it
    public record Settings(
            Duration unknownRest,
            Duration longestUnknownRest,
            Duration spentRest,
            Duration longestRest,
            double margin,
            Duration settle) {
        public static final Settings DEFAULT = new Settings(
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(24),
                0.1,
                Duration.ofSeconds(5));
    }

    private final Counts counts;
    private final IntSupplier replicas;
    private final Supplier<Settings> settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final String replica = UUID.randomUUID().toString();
    private final Cache<String, Account> accounts =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    private volatile Duration behind = Duration.ZERO;
    private volatile boolean apart;
    private volatile Instant settled = Instant.EPOCH;
    private volatile Instant reminds;

    private record Said(Told told, List<Need> needs) {}

    /// @param replicas how many count together, as last seen; below one is one
    /// @param settings asked at each use
    public CountedQuotas(
            Counts counts,
            IntSupplier replicas,
            Supplier<Settings> settings,
            InstantSource clock,
            RandomGenerator random) {
        this.counts = counts;
        this.replicas = () -> Math.max(1, replicas.getAsInt());
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.reminds = clock.instant().plus(REMINDING);
    }

    /// Those of a process that shares its credentials with no other.
    public static CountedQuotas alone(InstantSource clock) {
        return new CountedQuotas(
                Counts.inMemory(clock), () -> 1, () -> Settings.DEFAULT, clock, RandomGenerator.getDefault());
    }

    @Override
    public Grant take(Provider provider, String credential, Map<String, Long> spends) {
        var account = account(provider, credential);
        var now = now();
        var needs = Need.of(provider.quota(), spends, now);
        var refusal = account.refusal(needs, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        // the store is told what was spent without it before its word is taken
        if (apart && tell(account, false, _ -> account.behind(now)).isEmpty()) {
            return account.take(needs, replicas.getAsInt(), now);
        }
        var beyond = settling(now) ? account.beyondShare(needs, replicas.getAsInt(), now) : Optional.<Grant>empty();
        return beyond.orElseGet(() -> ask(account, provider.quota(), spends));
    }

    @Override
    public void learn(
            Provider provider,
            String credential,
            Outcome outcome,
            @Nullable EgressResponse response,
            Map<String, Long> spent) {
        var account = account(provider, credential);
        var now = now();
        var hints = response == null ? List.<Hint>of() : Hint.of(provider, response, now);
        var needs = news(account, provider.quota(), hints, spent, now);
        var rest = rest(account, provider.quota(), outcome, Optional.ofNullable(response), hints, now);
        rest.ifPresent(account::rest);
        if (rest.isEmpty() && needs.isEmpty()) {
            return;
        }
        if (tell(account, false, _ -> needs).isEmpty()) {
            account.spend(needs, now);
        }
    }

    @Override
    public Headroom headroom(Provider provider, String credential) {
        var account = accounts.getIfPresent(name(provider, credential));
        if (account == null) {
            return Headroom.FREE;
        }
        var now = now();
        var spends = new LinkedHashMap<String, Long>();
        provider.quota().forEach(quota -> spends.put(quota.unit(), 0L));
        return account.headroom(Need.of(provider.quota(), spends, now), now);
    }

    /// Tells the store what was counted, or learnt, while it was away, and each minute all that is known: a store
    /// that is short of memory gives up what was not used for longest, and what is told again is there again. To be
    /// called every second or so: another replica can only respect what it can see.
    public void reconcile() {
        var all = !now().isBefore(reminds);
        for (var account : accounts.asMap().values()) {
            var now = now();
            var needs = all ? account.known(now) : account.behind(now);
            if ((!needs.isEmpty() || account.untold(now))
                    && tell(account, false, _ -> needs).isEmpty()) {
                return;
            }
        }
        if (all) {
            reminds = now().plus(REMINDING);
        }
    }

    /// Whether all replicas count together now; else each spends its share.
    public boolean together() {
        return !apart;
    }

    private Grant ask(Account account, List<Quota> quotas, Map<String, Long> spends) {
        var said = tell(account, true, now -> Need.of(quotas, spends, now));
        if (said.isEmpty() && !counts.away()) {
            return doubt(Need.of(quotas, spends, now()));
        }
        if (said.isEmpty()) {
            var now = now();
            return account.take(Need.of(quotas, spends, now), replicas.getAsInt(), now);
        }
        var told = said.get().told;
        return told.verdict() == Verdict.COUNTED ? new Grant.Granted() : account.refused(told, said.get().needs);
    }

    // others go on counting together: whoever spends alone now spends more than is left
    private Grant doubt(List<Need> needs) {
        return needs.isEmpty()
                ? new Grant.Granted()
                : new Grant.Refused(now().plus(DOUBT), true, "What is left of its quota is not known at this moment.");
    }

    private Optional<Said> tell(Account account, boolean take, Function<Instant, List<Need>> needed) {
        for (var tries = 0; tries < 2; tries++) {
            var now = now();
            var needs = needed.apply(now);
            var ask = account.ask(replica, take, needs, settings.get().margin(), now);
            var told = counts.tell(ask);
            if (told.isEmpty() || told.get().verdict() == Verdict.SKEWED) {
                account.unheard(needs, now);
            }
            if (told.isEmpty() && Thread.currentThread().isInterrupted()) {
                return Optional.empty(); // nobody waited for the store, which says nothing of it
            }
            if (told.isEmpty()) {
                break;
            }
            if (told.get().verdict() != Verdict.SKEWED) {
                if (apart) {
                    settled = now.plus(settings.get().settle());
                    apart = false;
                }
                account.heard(ask, told.get(), needs, !settling(now));
                return told.map(came -> new Said(came, needs));
            }
            behind = Duration.between(clock.instant(), told.get().now());
        }
        apart = counts.away();
        return Optional.empty();
    }

    // what the answer spent beyond what was taken, and where the provider says that more was spent than we know
    private static List<Need> news(
            Account account, List<Quota> quotas, List<Hint> hints, Map<String, Long> spent, Instant now) {
        var news = new LinkedHashMap<String, Need>();
        Need.of(quotas, spent, now).forEach(need -> news.put(need.window().name(), need));
        for (var hint : hints) {
            hint.quota(quotas, now).ifPresent(quota -> {
                var need = new Need(quota, Window.of(quota, now), 0);
                if (account.told(need, quota.limit() - hint.remaining(), now)) {
                    news.putIfAbsent(need.window().name(), need);
                }
            });
        }
        return List.copyOf(news.values());
    }

    private Optional<Rests.Rest> rest(
            Account account,
            List<Quota> quotas,
            Outcome outcome,
            Optional<EgressResponse> response,
            List<Hint> hints,
            Instant now) {
        var strikes = account.strikes();
        var rest = new Rests(settings.get(), random)
                .after(outcome, response, hints, quotas, () -> account.spentUntil(quotas, now), strikes, now);
        if (rest.isPresent()) {
            // calls that were under way together are refused together: that is one strike
            return rest.filter(given -> given.strikes() == strikes || !account.resting(now));
        }
        var well = outcome == Outcome.OK || outcome == Outcome.EMPTY;
        return well && account.recovered(now) ? Optional.of(new Rests.Rest(now, 0)) : Optional.empty();
    }

    private Account account(Provider provider, String credential) {
        return accounts.get(name(provider, credential), Account::new);
    }

    private static String name(Provider provider, String credential) {
        return provider.id() + ':' + credential;
    }

    private boolean settling(Instant now) {
        return now.isBefore(settled);
    }

    private Instant now() {
        return clock.instant().plus(behind);
    }
}
