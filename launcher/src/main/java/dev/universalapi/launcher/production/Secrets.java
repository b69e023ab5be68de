package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.identity.MasterKeys;
import dev.universalapi.launcher.operator.Operator;
import dev.universalapi.launcher.production.Mounted.WrongException;
import dev.universalapi.launcher.suite.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secrets that an installation is given: whose they are, and who else could read them.
record Secrets(Settings settings, Home home, Optional<State> running) {
    private static final String MASTERS = "universal.auth.credential.masters";
    private static final String FIRST = "universal.auth.first.keys";
    private static final Pattern KEY = Pattern.compile("(?=\"id\"\\s*:\\s*\"key_)");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(key_\\w+)\"");
    private static final Pattern FIRST_IN_USE =
            Pattern.compile("\"status\"\\s*:\\s*\"active\".*\"createdBy\"\\s*:\\s*\"installation\"", Pattern.DOTALL);

    /// Private keys that tokens are signed with, and their public halves.
    Finding signing() {
        try {
            for (var name : List.of("universal.gateway.signing-key", "universal.security.signing-key")) {
                var _ = mounted(name)
                        .secret()
                        .without("\"(gateway|parts)-1\"", "has an id that up gives, and is its; make one of your own");
            }
            var _ = mounted("universal.security.jwks")
                    .unchanged()
                    .without("\"(gateway|parts)-1\"", "has a key that up made; its owner is believed everywhere")
                    .without("\"d\"\\s*:", "has a private key, and every service reads it: leave the public halves");
            return Finding.good("signing keys and their public halves are your own");
        } catch (WrongException wrong) {
            return wrong.finding();
        }
    }

    /// Keys that may do everything, by their hashes.
    Finding operators() {
        try {
            var keys = mounted("universal.gateway.keys")
                    .unchanged()
                    .without("uapi_", "has a key itself: keep its SHA-256 alone, and make another key");
            var own = new Identity(home.identity()).keys();
            if (Files.exists(own) && shares(keys.text(), text(own))) {
                return Finding.bad("universal.gateway.keys: %s lets the key in that up made here; make one of your own"
                        .formatted(keys.file()));
            }
            return Finding.good("keys of operators are your own");
        } catch (WrongException wrong) {
            return wrong.finding();
        }
    }

    /// What seals credentials of organisations.
    Finding masters() {
        try {
            var masters = mounted(MASTERS).secret();
            var keys = new MasterKeys(masters.file()).read();
            var own = new MasterKeys(new Identity(home.identity()).masterKeys());
            var known = Files.exists(own.file()) ? own.read() : List.<MasterKey>of();
            for (var key : keys) {
                if (key.isMadeHere()
                        || known.stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
                    return Finding.bad("%s: %s was made by up: put a line of your own first, see docs/operations.md"
                            .formatted(MASTERS, key));
                }
            }
            return keys.isEmpty()
                    ? Finding.bad(MASTERS + ": there is no key in " + masters.file())
                    : Finding.good("%s seals; keep a copy where no backup is".formatted(keys.getFirst()));
        } catch (WrongException wrong) {
            return wrong.finding();
        } catch (LauncherException unreadable) {
            return Finding.bad(MASTERS + ": " + unreadable.getMessage());
        }
    }

    /// Keys that were there before anybody was: they were shown on a terminal.
    Finding firstKeys() {
        if (settings.find(FIRST).isPresent()) {
            return Finding.bad(FIRST + " is set and makes keys at each start: make others, revoke those, unset it");
        }
        if (running.isEmpty()) {
            return Finding.bad("nothing of the suite runs here to be asked: are the first keys revoked?");
        }
        try {
            var answer = Operator.of(home, running.get()).ask("GET", "/api/keys?limit=200", "application/json");
            if (!answer.isGood()) {
                return Finding.bad(
                        "the suite does not say (%d): are the first keys revoked?".formatted(answer.status()));
            }
            var left = KEY.splitAsStream(answer.text())
                    .filter(key -> FIRST_IN_USE.matcher(key).find())
                    .flatMap(key -> ID.matcher(key).results().map(found -> found.group(1)))
                    .toList();
            return left.isEmpty()
                    ? Finding.good("none is in use")
                    : Finding.bad("in use: %s; make others (POST /api/keys), then POST /api/keys/ID/revoke"
                            .formatted(String.join(", ", left)));
        } catch (LauncherException away) {
            return Finding.bad(away.getMessage() + ": are the first keys revoked?");
        }
    }

    private Mounted mounted(String name) throws WrongException {
        return Mounted.of(settings, name, home.identity());
    }

    private static boolean shares(String given, String own) {
        return own.lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(hash -> !hash.isBlank())
                .anyMatch(given::contains);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }
}
