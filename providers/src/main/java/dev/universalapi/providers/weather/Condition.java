package dev.universalapi.providers.weather;

/// What the sky does, in words that every provider's own list can be told in.
public enum Condition {
    CLEAR,
    PARTLY_CLOUDY,
    CLOUDY,
    /// Fog, mist and freezing fog.
    FOG,
    DRIZZLE,
    /// Rain of any strength, showers and freezing rain.
    RAIN,
    /// Rain and snow mixed, and ice pellets.
    SLEET,
    SNOW,
    /// Thunder, whatever falls with it.
    THUNDERSTORM,
    /// Known to the provider and in none of the other words: haze, smoke, sand.
    OTHER
}
