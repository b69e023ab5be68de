package dev.universalapi.host.command;

import java.time.Duration;

/// Remembers commands by the keys of their callers. Every implementation keeps the promises of one suite of tests.
public interface Idempotency {
    /// How long a key is kept.
    Duration KEPT = Duration.ofHours(24);

    /// How long a command may be under way. One that has not ended by then was lost with its process.
    Duration LONGEST = Duration.ofMinutes(2);

    /// Whose key.
    ///
    /// @param owner organisation and mode: for any other the key does not exist
    /// @param key as the caller sent it
    record Key(String owner, String key) {}

    /// Takes a key for one command. Of several who try at once, one gets it.
    ///
    /// @param fingerprint of what is to be done; the same for the same
    Claim claim(Key key, String fingerprint);

    /// What came of a command whose key was [Claim.Taken]: from now on every claim of it is [Claim.Done].
    void keep(Key key, String fingerprint, byte[] result);

    /// Gives a key that was [Claim.Taken] free, as if it had never been used: nothing was done.
    void release(Key key);
}
