package dev.universalapi.launcher.master;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.operator.Operator;
import java.time.Duration;
import java.util.regex.Pattern;

/// Has auth-service seal everything anew.
///
/// @param replicas of auth-service; each is asked
/// @param pause before the same is asked once more
record Sealing(Operator operator, int replicas, Duration pause) {
    private static final String PATH = "/api/admin/credentials/rotate";
    private static final Pattern MASTER = Pattern.compile("\"master\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern RESEALED = Pattern.compile("\"resealed\"\\s*:\\s*(\\d{1,9})");
    private static final Pattern LEFT = Pattern.compile("\"left\"\\s*:\\s*(\\d{1,9})");
    private static final int MOST = 20;

    /// What it came to.
    ///
    /// @param resealed how many were sealed anew
    /// @param left how many are still under another key
    record Result(int resealed, int left) {}

    /// Asks until nothing is left under another key and every replica has had its turn, which gateways give in a row.
    ///
    /// @param master has to be the one that each seals with
    Result run(MasterKey master) {
        var resealed = 0;
        var left = 0;
        var done = 0;
        for (var asked = 0; asked < MOST && done < 2 * replicas; asked++) {
            var answer = operator.ask("POST", PATH, "application/json");
            if (answer.isPassing()) {
                rest(pause);
                continue;
            }
            if (!answer.isGood()) {
                throw new LauncherException("auth-service refuses (%d): %s".formatted(answer.status(), answer.text()));
            }
            refuseOther(master, find(MASTER, answer.text()));
            resealed += Integer.parseInt(find(RESEALED, answer.text()));
            left = Integer.parseInt(find(LEFT, answer.text()));
            done++;
            if (left > 0) {
                done = 0;
                rest(pause);
            }
        }
        if (done < 2 * replicas && left == 0) {
            throw new LauncherException(
                    "auth-service does not answer; ./universal status and logs auth-service say why");
        }
        return new Result(resealed, left);
    }

    private static void refuseOther(MasterKey master, String told) {
        if (!told.equals(master.name())) {
            throw new LauncherException(
                    "auth-service seals with %s, and %s stands first in the file: it reads another file (universal.auth.credential.masters), or cannot read this one (./universal logs auth-service)"
                            .formatted(told, master.name()));
        }
    }

    private static String find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new LauncherException("auth-service gives another answer than was expected: " + text);
        }
        return matcher.group(1);
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
