package dev.universalapi.gateway.limit.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.rate.Line;
import dev.universalapi.gateway.limit.rate.Window;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What this gateway lets in while Redis is away: of each rate, and of what was left of each quota when Redis was last
/// heard, the part that falls to it if all gateways that were last seen get the same. Never all, never nothing.
final class Share {
    private static final int MOST = 100_000;
    private static final int STRIPES = 64;

    private final IntSupplier gateways;
    private final InstantSource clock;
    private final Allowance allowance;
    private final Unheard unheard;
    private final Cache<String, Window> windows = cache(Duration.ofDays(1));
    private final Cache<String, Long> left = cache(Duration.ofDays(1));
    private final Object[] stripes = new Object[STRIPES];

    /// @param gateways how many there are, this one among them
    /// @param allowance of a quota of which nobody knows what was used
    /// @param unheard where is counted what Redis has not heard of
    Share(IntSupplier gateways, InstantSource clock, Allowance allowance, Unheard unheard) {
        this.gateways = gateways;
        this.clock = clock;
        this.allowance = allowance;
        this.unheard = unheard;
        for (var i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    private static <V> Cache<String, V> cache(Duration forgotten) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(forgotten)
                .build();
    }

    /// Tells what Redis has just said is left of a quota.
    void heard(Ask ask, Counter quota, long rest) {
        left.put(ask.counts() + quota.field(), rest);
    }

    Verdict ask(Ask ask, boolean look) {
        var many = Math.max(1, gateways.getAsInt());
        synchronized (stripes[Math.floorMod(ask.organisation().hashCode(), STRIPES)]) {
            var standings = new ArrayList<Standing>();
            for (var rate : ask.rates()) {
                standings.add(standing(ask, rate, many));
            }
            for (var quota : ask.quotas()) {
                standings.add(standing(ask, quota, many));
            }
            var refused = refusal(ask, standings);
            if (refused != null) {
                return refused;
            }
            return new Verdict.Admitted(standings, look ? Hold.none() : take(ask));
        }
    }

    private @Nullable Verdict refusal(Ask ask, List<Standing> standings) {
        var rates = ask.rates().size();
        var slowest = standings.subList(0, rates).stream()
                .filter(standing -> standing.left() < 1)
                .max(Comparator.comparing(Standing::reset));
        if (slowest.isPresent()) {
            return new Verdict.TooFast(standings, slowest.get(), slowest.get().reset());
        }
        for (var i = 0; i < ask.quotas().size(); i++) {
            var standing = standings.get(rates + i);
            if (ask.quotas().get(i).hard() && standing.left() < 1) {
                return new Verdict.UsedUp(standings, standing, standing.reset(), false);
            }
        }
        return null;
    }

    private Standing standing(Ask ask, Line rate, int many) {
        var now = clock.millis();
        var limit = Math.max(1, rate.limit() / many);
        var window = window(ask, rate, now);
        var left = window.left(now, rate.window(), limit);
        var reset = left > 0 ? rate.window() - now % rate.window() : window.wait(now, rate.window(), limit);
        return new Standing(
                rate.name(), rate.limit(), Duration.ofMillis(rate.window()), left, Duration.ofMillis(reset));
    }

    private Standing standing(Ask ask, Counter quota, int many) {
        var spent = unheard.of(ask, quota);
        var rest = Math.max(0, part(ask, quota, many) - spent);
        return new Standing(
                quota.name(),
                quota.limit(),
                quota.period().length(ask.at()),
                rest,
                Duration.between(ask.at(), quota.end()));
    }

    private long part(Ask ask, Counter quota, int many) {
        var known = left.getIfPresent(ask.counts() + quota.field());
        if (known != null) {
            return known <= 0 ? 0 : Math.max(1, known / many);
        }
        return Math.max(1, allowance.alone(quota.limit()) / many);
    }

    private Window window(Ask ask, Line rate, long now) {
        var kept = windows.getIfPresent(cell(ask, rate));
        return (kept == null ? Window.EMPTY : kept).at(now, rate.window());
    }

    private Hold take(Ask ask) {
        var now = clock.millis();
        for (var rate : ask.rates()) {
            windows.put(cell(ask, rate), window(ask, rate, now).plusOne());
        }
        unheard.add(ask, 1);
        return new Hold(used -> {
            if (!used) {
                unheard.add(ask, -1);
            }
        });
    }

    private static String cell(Ask ask, Line rate) {
        return ask.organisation() + '/' + rate.cell();
    }
}
