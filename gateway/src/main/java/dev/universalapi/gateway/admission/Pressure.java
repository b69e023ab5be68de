package dev.universalapi.gateway.admission;

/// How many calls the edge carries now. It learns from how late its event loops are: that, and not how long answers
/// take, says that the edge itself has too much to do, for most of an answer's time is a provider's.
///
/// Late for some time, it lets a fifth fewer in than there were; in time again and nearly full, a tenth more. Late with
/// fewer calls than it always lets in, it is something else that has the machine, and nothing is learnt.
final class Pressure {
    /// A pause of the machine, or of the collector, is no overload.
    private static final int LATE_LOOKS = 3;

    private static final double FEWER = 0.8;
    private static final double NEARLY_FULL = 0.7;
    private static final int TENTH = 10;

    private final AdmissionProperties properties;
    private volatile int room;
    private int late;

    Pressure(AdmissionProperties properties) {
        this.properties = properties;
        this.room = properties.most();
    }

    /// Calls that may be under way.
    int room() {
        return room;
    }

    /// Learns from one look.
    ///
    /// @param delayNanos how late the latest of the event loops was
    /// @param highest how many calls were under way at most since the last look
    synchronized void look(long delayNanos, int highest) {
        if (delayNanos > properties.delay().toNanos() && highest >= properties.least()) {
            late++;
            if (late >= LATE_LOOKS) {
                late = 0;
                room = Math.max(properties.least(), (int) (Math.min(room, highest) * FEWER));
            }
            return;
        }
        late = 0;
        if (highest >= room * NEARLY_FULL) {
            room = Math.min(properties.most(), room + Math.max(1, room / TENTH));
        }
    }
}
