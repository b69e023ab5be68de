package dev.universalapi.gateway.identity.feed;

/// Whether changes are heard of at once.
public final class FeedState {
    private volatile boolean connected;

    public boolean isConnected() {
        return connected;
    }

    void connected(boolean now) {
        connected = now;
    }
}
