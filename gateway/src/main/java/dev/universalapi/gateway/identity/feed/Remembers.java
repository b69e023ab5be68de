package dev.universalapi.gateway.identity.feed;

/// Who remembers something that may change. It is told on the feed's own thread, one after another.
public interface Remembers {

    /// What is remembered of it no longer counts.
    void changed(Change change);

    /// Changes may have been missed: nothing that is remembered counts.
    void missed();
}
