package dev.universalapi.auth.key;

import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.contracts.event.auth.KeyChanged;
import dev.universalapi.contracts.event.auth.KeyCreated;
import dev.universalapi.contracts.event.auth.KeyRevoked;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// Makes keys, within transactions of their organisation, and tells who has to know of them.
public final class KeyMaker {
    private static final int START = 14;
    private static final int END = 4;

    private final Keys keys;
    private final Feed feed;
    private final Events events;
    private final SecureRandom random = new SecureRandom();

    public KeyMaker(Keys keys, Feed feed, Events events) {
        this.keys = keys;
        this.feed = feed;
        this.events = events;
    }

    /// A new key. What it is, is in the answer and nowhere else.
    ///
    /// @param maker whose organisation it is made for
    public MadeKey make(Caller maker, String id, String project, Environment environment, KeySettings settings) {
        return make(maker, id, project, environment, settings, null);
    }

    MadeKey rotate(Caller maker, String id, Key old) {
        return make(maker, id, old.project(), Grants.environment(old), old.changeable(), old.id());
    }

    private MadeKey make(
            Caller maker,
            String id,
            String project,
            Environment environment,
            KeySettings settings,
            @Nullable String replaces) {
        var key = ApiKey.random(environment, random);
        var text = key.text();
        keep(
                new Keys.Fresh(
                        id,
                        maker.organisation(),
                        project,
                        environment.label(),
                        key.sha256(),
                        text.substring(0, START),
                        text.substring(text.length() - END),
                        settings,
                        maker.keyId()),
                replaces);
        return new MadeKey(keys.get(id), text, replaces);
    }

    /// Keeps a key that was made elsewhere; false if it is there already.
    public boolean keep(Keys.Fresh fresh) {
        return keep(fresh, null);
    }

    private boolean keep(Keys.Fresh fresh, @Nullable String replaces) {
        if (!keys.add(fresh)) {
            return false;
        }
        var key = keys.get(fresh.id());
        feed.changed(fresh.organisation(), Kind.KEY, key.sha256());
        events.publish(new KeyCreated(
                fresh.organisation(),
                key.project(),
                key.id(),
                key.environment(),
                key.name(),
                key.scopes(),
                key.expiresAt(),
                replaces,
                key.createdBy(),
                key.createdAt()));
        return true;
    }

    Key changed(Caller caller, Key key) {
        feed.changed(caller.organisation(), Kind.KEY, key.sha256());
        events.publish(new KeyChanged(
                caller.organisation(),
                key.project(),
                key.id(),
                key.version(),
                key.name(),
                key.scopes(),
                key.isDisabled(),
                key.expiresAt(),
                caller.keyId(),
                key.changedAt()));
        return key;
    }

    Key revoked(Caller caller, Key key) {
        feed.changed(caller.organisation(), Kind.KEY, key.sha256());
        events.publish(new KeyRevoked(caller.organisation(), key.project(), key.id(), caller.keyId(), key.changedAt()));
        return key;
    }
}
