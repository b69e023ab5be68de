package dev.universalapi.auth.credential;

/// What trying a credential out came to.
sealed interface Trial {
    /// The provider took it.
    record Taken() implements Trial {}

    /// The provider has nothing that can be asked without effect.
    record Untried() implements Trial {}

    /// The provider refused it.
    ///
    /// @param why in words, without any value
    record Refused(String why) implements Trial {}

    /// Nobody knows: the provider did not answer, or not in a way that tells.
    ///
    /// @param why in words, without any value
    record Unknown(String why) implements Trial {}

    /// It cannot be one of that provider.
    ///
    /// @param why in words, without any value
    record Unfit(String why) implements Trial {}

    /// There is no such provider.
    record Nobody() implements Trial {}
}
