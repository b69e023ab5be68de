package dev.universalapi.engine.receipt;

/// Why a provider stands where it stands among those who may be asked. The lower the better; each part is 0 where
/// nothing speaks against the provider, and is weighed already.
///
/// @param total the sum of the parts
/// @param latency by how much it is slower than the fastest
/// @param errors by how often it fails
/// @param price by what a call costs
/// @param scarcity by how little is left of its quota
/// @param quality by how often its answers miss the contract
public record Score(double total, double latency, double errors, double price, double scarcity, double quality) {
    private static final double THOUSAND = 1_000;

    /// The score of these parts.
    public static Score of(double latency, double errors, double price, double scarcity, double quality) {
        return new Score(latency + errors + price + scarcity + quality, latency, errors, price, scarcity, quality);
    }

    /// The same, as people read it: to three decimals.
    public Score rounded() {
        return new Score(round(total), round(latency), round(errors), round(price), round(scarcity), round(quality));
    }

    private static double round(double part) {
        return Math.round(part * THOUSAND) / THOUSAND;
    }
}
