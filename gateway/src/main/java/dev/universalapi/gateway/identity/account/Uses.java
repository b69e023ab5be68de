package dev.universalapi.gateway.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// When keys were last used. What can't be reported is kept for the next time, up to a bound.
public final class Uses {
    private static final Logger LOG = LoggerFactory.getLogger(Uses.class);
    /// Nobody needs to know it better.
    private static final Duration GRAIN = Duration.ofSeconds(10);
    private static final int BATCH = 1_000;

    private final Function<Map<String, Instant>, Mono<Void>> reporting;
    private final int most;
    private final ConcurrentHashMap<String, Instant> last = new ConcurrentHashMap<>();

    /// @param reporting fails with [UnavailableException] alone
    /// @param most how many keys are kept in mind at once; others are not reported until there is room
    Uses(Function<Map<String, Instant>, Mono<Void>> reporting, int most) {
        this.reporting = reporting;
        this.most = most;
    }

    /// A key was used.
    public void note(String keyId, Instant now) {
        var known = last.get(keyId);
        if (known == null ? last.mappingCount() < most : now.isAfter(known.plus(GRAIN))) {
            last.put(keyId, now);
        }
    }

    /// Reports all there is, a batch at a time, as long as it works.
    void report() {
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            try {
                reporting.apply(batch).block();
            } catch (UnavailableException away) {
                batch.forEach((key, time) -> last.merge(key, time, (one, other) -> one.isAfter(other) ? one : other));
                LOG.atDebug().addKeyValue("why", away.getMessage()).log("last uses of keys are reported later");
                return;
            }
        }
    }

    private Map<String, Instant> take() {
        var batch = new HashMap<String, Instant>();
        for (var use : last.entrySet()) {
            if (batch.size() == BATCH) {
                break;
            }
            if (last.remove(use.getKey(), use.getValue())) {
                batch.put(use.getKey(), use.getValue());
            }
        }
        return batch;
    }
}
