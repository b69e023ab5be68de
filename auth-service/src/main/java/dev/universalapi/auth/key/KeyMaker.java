package dev.universalapi.auth.key;

import dev.universalapi.auth.audit.Audit;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes keys, within transactions of their organisation, and tells who has to know of them.
public final class KeyMaker {
    private static final int START = 14;
    private static final int END = 4;
    private static final int LONGEST = 1_000;

    private final Keys keys;
    private final Feed feed;
    private final Events events;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    public KeyMaker(Keys keys, Feed feed, Events events, Audit audit) {
        this.keys = keys;
        this.feed = feed;
        this.events = events;
        this.audit = audit;
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
        record(
                replaces == null ? "key.create" : "key.rotate",
                key,
                replaces == null ? Map.of() : Map.of("replaces", replaces));
        return true;
    }

    /// @param action as the audit log has it
    Key changed(Caller caller, String action, Key key) {
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
        record(action, key, key.expiresAt() == null ? Map.of() : Map.of("expiresAt", String.valueOf(key.expiresAt())));
        return key;
    }

    Key revoked(Caller caller, Key key) {
        feed.changed(caller.organisation(), Kind.KEY, key.sha256());
        events.publish(new KeyRevoked(caller.organisation(), key.project(), key.id(), caller.keyId(), key.changedAt()));
        record("key.revoke", key, Map.of());
        return key;
    }

    private void record(String action, Key key, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put("name", key.name());
        details.put("project", key.project());
        details.put("environment", key.environment());
        details.put("scopes", cut(String.join(" ", key.scopes())));
        audit.record(action, "key", key.id(), details);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
