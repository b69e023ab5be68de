package dev.universalapi.providers.sport;

/// The football competitions that every provider has its own number for.
public enum Competition {
    /// England's first.
    PREMIER_LEAGUE,
    /// England's second.
    CHAMPIONSHIP,
    /// Spain.
    LA_LIGA,
    /// Germany.
    BUNDESLIGA,
    /// Italy.
    SERIE_A,
    /// France.
    LIGUE_1,
    /// The Netherlands.
    EREDIVISIE,
    /// Portugal.
    PRIMEIRA_LIGA,
    /// Brazil, where a season is a calendar year.
    BRASILEIRAO,
    /// Europe's best clubs.
    CHAMPIONS_LEAGUE
}
