package dev.universalapi.search.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How universal search asks, waits, merges and keeps.
///
/// @param enabled whether this process searches, which takes its models; without, it asks providers alone
/// @param calls how many sources a search asks, 1 to 20
/// @param price the most that one of these calls may cost, in US dollars
/// @param deadline how long a caller waits who does not say
/// @param grace how long after the faster half of the sources has told something such a caller is answered
/// @param longest how long a source is asked, whoever waits for it: what comes late is kept for who asks next
/// @param merging how long it may take to bring what was found into order
/// @param keep how long a whole answer is kept, where its providers let it be; 0 for not at all
/// @param kept how many facts and results are kept in all
/// @param sessions how many streams are held at a time, with those that may be taken up again
/// @param resume how long a stream can be taken up again
/// @param unread how long a search goes on whose stream nobody reads; who comes back later begins anew
/// @param recordQueries the organisations whose queries stand in the events of searches; no other's do
@ConfigurationProperties("universal.search")
record SearchProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10") int calls,
        @DefaultValue("0.002") BigDecimal price,
        @DefaultValue("2s") Duration deadline,
        @DefaultValue("60ms") Duration grace,
        @DefaultValue("5s") Duration longest,
        @DefaultValue("40ms") Duration merging,
        @DefaultValue("60s") Duration keep,
        @DefaultValue("5000") int kept,
        @DefaultValue("200") int sessions,
        @DefaultValue("5m") Duration resume,
        @DefaultValue("3s") Duration unread,
        @DefaultValue List<String> recordQueries) {
    private static final int MOST_CALLS = 20;

    SearchProperties {
        if (calls < 1 || calls > MOST_CALLS) {
            throw new IllegalArgumentException("universal.search.calls must be 1 to 20, was " + calls);
        }
        recordQueries = List.copyOf(recordQueries);
    }
}
