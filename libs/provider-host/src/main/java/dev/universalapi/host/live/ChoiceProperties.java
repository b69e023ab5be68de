package dev.universalapi.host.live;

import dev.universalapi.engine.choice.Weights;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the choice weighs what it knows of providers; may change at run time.
///
/// @param latency weight of being slower than the fastest
/// @param errors weight of failing
/// @param price weight of a dearer call
/// @param scarcity weight of a quota that runs out
/// @param quality weight of answers that miss the contract
/// @param band those whose cost is within this share of the best one's are equals, 0 to 1
/// @param probes share of choices that ask another than the best first, 0 to 0.5
/// @param trials share of choices that ask a provider first which may have recovered, 0 to 1
@ConfigurationProperties("universal.live.choice")
public record ChoiceProperties(
        @DefaultValue("1") double latency,
        @DefaultValue("2") double errors,
        @DefaultValue("0.25") double price,
        @DefaultValue("1") double scarcity,
        @DefaultValue("2") double quality,
        @DefaultValue("0.15") double band,
        @DefaultValue("0.01") double probes,
        @DefaultValue("0.05") double trials) {
    public ChoiceProperties {
        var _ = new Weights(latency, errors, price, scarcity, quality, band, probes, trials);
    }

    /// As the engine has it.
    public Weights weights() {
        return new Weights(latency, errors, price, scarcity, quality, band, probes, trials);
    }
}
