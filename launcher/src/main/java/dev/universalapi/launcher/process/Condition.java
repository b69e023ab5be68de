package dev.universalapi.launcher.process;

import java.util.Locale;

/// How a child is.
public enum Condition {
    /// For what it needs.
    WAITING,
    STARTING,
    READY,
    /// It was ready once, and is alive.
    UNWELL,
    /// It died, and is started again soon.
    PAUSED,
    STOPPING,
    STOPPED,
    /// It never became ready, and nobody tries any more.
    FAILED;

    /// As people read it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
