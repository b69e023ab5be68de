package dev.universalapi.providers.book;

/// How far back is looked.
public enum Period {
    /// One day.
    DAILY,
    /// Seven days.
    WEEKLY,
    /// Thirty days.
    MONTHLY,
    /// 365 days.
    YEARLY
}
