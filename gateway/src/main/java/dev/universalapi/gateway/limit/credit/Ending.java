package dev.universalapi.gateway.limit.credit;

/// Hears what came of units.
@FunctionalInterface
public interface Ending {
    /// Sums, so that what is not heard once is heard with the next.
    ///
    /// @param ended units, in all so far
    /// @param used those of them that count, in all so far
    void told(int ended, int used);
}
