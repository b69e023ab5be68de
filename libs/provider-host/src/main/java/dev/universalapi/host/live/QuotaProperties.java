package dev.universalapi.host.live;

import dev.universalapi.engine.quota.CountedQuotas;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How credentials are spared; may change at run time.
///
/// @param unknownRest of one that was called too often and not told for how long; doubled each time
/// @param longestUnknownRest where doubling ends
/// @param spentRest of one whose quota is spent, where none is declared and no time is told
/// @param longestRest the most that is believed of any time told
/// @param margin share, 0 to 1, of a quota that is left alone once counts were lost, until the provider tells
/// @param settle how long the share of one replica still holds after Redis has come back
@ConfigurationProperties("universal.live.quota")
public record QuotaProperties(
        @DefaultValue("60s") Duration unknownRest,
        @DefaultValue("10m") Duration longestUnknownRest,
        @DefaultValue("1h") Duration spentRest,
        @DefaultValue("24h") Duration longestRest,
        @DefaultValue("0.1") double margin,
        @DefaultValue("5s") Duration settle) {
    public QuotaProperties {
        Bounds.share(margin, "margin");
        Bounds.time(unknownRest, "unknownRest");
        Bounds.time(longestUnknownRest, "longestUnknownRest");
        Bounds.time(spentRest, "spentRest");
        Bounds.time(longestRest, "longestRest");
        Bounds.time(settle, "settle");
    }

    /// As the engine has it.
    public CountedQuotas.Settings settings() {
        return new CountedQuotas.Settings(unknownRest, longestUnknownRest, spentRest, longestRest, margin, settle);
    }
}
