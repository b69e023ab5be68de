package dev.universalapi.engine.standing;

/// How many of a provider's credentials can be used.
///
/// @param needed whether it cannot be asked without one
/// @param present how many the operator has set
/// @param dead how many of those the provider refuses
public record Keys(boolean needed, int present, int dead) {
    /// Whether there is one to ask with.
    public boolean usable() {
        return present > dead || !needed && present == 0;
    }
}
