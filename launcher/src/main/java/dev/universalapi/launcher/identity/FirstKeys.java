package dev.universalapi.launcher.identity;

import dev.universalapi.launcher.Terminal;
import java.security.SecureRandom;

/// The keys of the organisation that an installation begins with. Of them auth-service gets the hashes; whoever is told
/// the keys has the only copy.
///
/// @param owner may do everything that is the organisation's own
/// @param developer asks whatever there is to ask
public record FirstKeys(String owner, String developer) {
    private static final String OWNER = "*:*";
    private static final String DEVELOPER = "*:read,*:use,utility:write";

    static FirstKeys random() {
        var randomness = new SecureRandom();
        return new FirstKeys(
                ApiKey.random("live", randomness).text(),
                ApiKey.random("live", randomness).text());
    }

    /// For auth-service: one line a key, `sha256 organisation environment scopes`.
    String lines(String organisation) {
        return line(owner, organisation, OWNER) + line(developer, organisation, DEVELOPER);
    }

    private static String line(String text, String organisation, String scopes) {
        var key = new ApiKey(text);
        return "%s %s %s %s\n".formatted(key.sha256(), organisation, key.environment(), scopes);
    }

    /// Tells them, this once.
    public void say(Terminal terminal) {
        terminal.say("");
        terminal.say("  The first keys of the organisation 'local'. Keep them: they are shown this once.");
        terminal.say("  owner      " + owner);
        terminal.say("  developer  " + developer);
        terminal.say("");
    }

    /// Keys are in no log.
    @Override
    public String toString() {
        return "FirstKeys";
    }
}
