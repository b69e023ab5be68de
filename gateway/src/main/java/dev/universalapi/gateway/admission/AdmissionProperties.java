package dev.universalapi.gateway.admission;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the edge keeps itself answering when more comes than it can carry.
///
/// @param most calls that are under way at once, however well it goes
/// @param least calls that are under way at once, however badly it goes
/// @param delay how late the event loops may be before fewer calls are let in
/// @param queue how many calls may wait for room
/// @param patience the longest that a call waits for room
/// @param first classes of operations that are refused first, in that order; all others are refused last
@ConfigurationProperties("universal.gateway.admission")
record AdmissionProperties(
        @DefaultValue("4096") int most,
        @DefaultValue("512") int least,
        @DefaultValue("50ms") Duration delay,
        @DefaultValue("256") int queue,
        @DefaultValue("50ms") Duration patience,
        @DefaultValue({"lookup", "search", "model"}) List<String> first) {

    AdmissionProperties {
        first = List.copyOf(first);
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("universal.gateway.admission.least is from 1 to most");
        }
    }
}
