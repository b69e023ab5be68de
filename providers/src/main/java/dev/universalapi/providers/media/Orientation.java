package dev.universalapi.providers.media;

/// How a picture lies.
public enum Orientation {
    /// Wider than high.
    LANDSCAPE,
    /// Higher than wide.
    PORTRAIT,
    /// About as wide as high.
    SQUARE
}
