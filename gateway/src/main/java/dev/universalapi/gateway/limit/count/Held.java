package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.quota.Counter;
import java.util.List;

/// What a call holds in Redis.
///
/// @param forgotten when its counts are, in ms
record Held(String organisation, String counts, String leases, String member, long forgotten, List<Counter> quotas) {

    static Held of(Ask ask) {
        return new Held(ask.organisation(), ask.counts(), ask.leases(), ask.member(), ask.forgotten(), ask.quotas());
    }
}
