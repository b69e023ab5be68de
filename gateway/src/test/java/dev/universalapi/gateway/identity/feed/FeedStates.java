package dev.universalapi.gateway.identity.feed;

/// Lets tests of other packages say whether changes are heard of; they are, at first.
public final class FeedStates {
    private final FeedState state = new FeedState();

    public FeedStates() {
        state.connected(true);
    }

    public FeedState state() {
        return state;
    }

    public void disconnect() {
        state.connected(false);
    }
}
