package dev.universalapi.engine.attempt;

/// Settings that differ from the default in one thing.
final class Efforts {
    private Efforts() {}

    static Effort retries(double share, double perSecond) {
        var usual = Effort.DEFAULT;
        return new Effort(
                usual.calls(),
                share,
                perSecond,
                usual.shortestBackOff(),
                usual.longestBackOff(),
                usual.hedgeShare(),
                usual.hedgeBurst(),
                usual.hedgeKnown(),
                usual.hedgeFloor());
    }

    static Effort hedges(double share, double burst) {
        return hedges(share, burst, Effort.DEFAULT.hedgeKnown());
    }

    static Effort hedges(double share, double burst, int known) {
        var usual = Effort.DEFAULT;
        return new Effort(
                usual.calls(),
                usual.retryShare(),
                usual.retriesPerSecond(),
                usual.shortestBackOff(),
                usual.longestBackOff(),
                share,
                burst,
                known,
                usual.hedgeFloor());
    }
}
