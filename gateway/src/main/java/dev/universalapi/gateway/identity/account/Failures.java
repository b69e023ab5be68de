package dev.universalapi.gateway.identity.account;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.problem.RequestIds;
import dev.universalapi.platform.security.Caller;
import io.micrometer.core.instrument.Counter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Who was not let in, told to the audit log now and then, away from the event loops. The same again is counted, not
/// told twice; of more than a bound the rest is counted in a figure alone, so that whoever tries keys fills nothing.
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int BATCH = 500;
    private static final int LONGEST = 200;

    private final Function<List<Failure>, Mono<Void>> reporting;
    private final int most;
    private final Counter lost;
    private final InstantSource clock;
    private final ConcurrentHashMap<Alike, Noted> noted = new ConcurrentHashMap<>();

    /// What makes two failures the same.
    private record Alike(
            String reason,
            @Nullable String key,
            String route,
            @Nullable String address) {}

    /// @param first what was seen of the first
    private record Noted(Failure first, AtomicLong count) {
        Failure told() {
            var details = Map.of("reason", first.details().getOrDefault("reason", ""), "count", String.valueOf(count));
            return new Failure(
                    first.id(),
                    first.at(),
                    first.organisation(),
                    first.action(),
                    first.key(),
                    first.route(),
                    first.address(),
                    first.request(),
                    first.agent(),
                    details);
        }
    }

    /// @param reporting fails with [UnavailableException] alone
    /// @param most how many different ones are kept in mind at once
    /// @param lost counts those that are not
    Failures(Function<List<Failure>, Mono<Void>> reporting, int most, Counter lost, InstantSource clock) {
        this.reporting = reporting;
        this.most = most;
        this.lost = lost;
        this.clock = clock;
    }

    /// Somebody was refused.
    ///
    /// @param account whose key it was, where that is known
    public void note(ServerWebExchange exchange, Optional<Account> account, ProblemType reason) {
        var caller = account.map(Account::caller).orElse(null);
        var request = exchange.getRequest();
        var path = request.getPath().value();
        var route = request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST));
        var alike = new Alike(
                reason.slug(), caller == null ? null : caller.keyId(), route, address(request.getRemoteAddress()));
        if (noted.mappingCount() >= most && !noted.containsKey(alike)) {
            lost.increment();
            return;
        }
        noted.computeIfAbsent(alike, _ -> new Noted(failure(exchange, caller, reason, alike), new AtomicLong()))
                .count()
                .incrementAndGet();
    }

    private Failure failure(ServerWebExchange exchange, @Nullable Caller caller, ProblemType reason, Alike alike) {
        var id = RequestIds.of(exchange);
        var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return new Failure(
                id,
                clock.instant(),
                caller == null ? null : caller.organisation(),
                reason.status() == 401 ? "authn_fail" : "authz_fail",
                alike.key(),
                alike.route(),
                alike.address(),
                id,
                agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST)),
                Map.of("reason", alike.reason()));
    }

    private static @Nullable String address(@Nullable InetSocketAddress peer) {
        InetAddress address = peer == null ? null : peer.getAddress();
        return address == null ? null : address.getHostAddress();
    }

    /// Reports all there is, a batch at a time, as long as it works; what doesn't is tried again the next time.
    void report() {
        for (var batch = batch(); !batch.isEmpty(); batch = batch()) {
            try {
                reporting
                        .apply(batch.stream()
                                .map(Map.Entry::getValue)
                                .map(Noted::told)
                                .toList())
                        .block();
                batch.forEach(sent -> noted.remove(sent.getKey(), sent.getValue()));
            } catch (UnavailableException away) {
                LOG.atDebug().addKeyValue("why", away.getMessage()).log("refusals are told later");
                return;
            }
        }
    }

    private List<Map.Entry<Alike, Noted>> batch() {
        var batch = new ArrayList<Map.Entry<Alike, Noted>>();
        for (var each : noted.entrySet()) {
            if (batch.size() == BATCH) {
                break;
            }
            batch.add(Map.entry(each.getKey(), each.getValue()));
        }
        return batch;
    }
}
