package dev.universalapi.launcher.master;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.identity.MasterKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// One change of the master key. Wherever it ends, every key that something is sealed with is in the file.
///
/// @param settle after which nothing is written any more that was sealed before
record Change(MasterKeys masters, Sealing sealing, Duration settle, Terminal terminal) {

    int run(boolean drop) {
        var old = masters.read();
        if (old.isEmpty()) {
            throw new LauncherException("there is no master key in " + masters.file());
        }
        // before anything is made: who reads another file, or does not let the operator do it, is found out here
        sealing.run(old.getFirst());
        var fresh = masters.renew();
        terminal.say("%s seals from now on; it stands first in %s".formatted(fresh, masters.file()));
        try {
            return seal(fresh, old, drop);
        } catch (LauncherException e) {
            throw new LauncherException(
                    e.getMessage()
                            + ". Old and new keys are in the file, so nothing is lost; put it right, and begin again",
                    e);
        }
    }

    private int seal(MasterKey fresh, List<MasterKey> old, boolean drop) {
        var first = sealing.run(fresh);
        terminal.say("%d sealed anew; %d s until all is written that was being sealed meanwhile"
                .formatted(first.resealed(), settle.toSeconds()));
        Sealing.rest(settle);
        var second = sealing.run(fresh);
        terminal.say("%d sealed anew in all, %d left under another key"
                .formatted(first.resealed() + second.resealed(), second.left()));
        if (second.left() > 0) {
            terminal.say("Keep " + named(old)
                    + ": something is sealed under another key, or under one that is not in the file");
            return 1;
        }
        return drop ? drop(fresh, old) : keep(old);
    }

    private int keep(List<MasterKey> old) {
        terminal.say("Nothing that runs needs " + named(old)
                + " any more, but every backup made before now opens with it alone."
                + " When none of them is wanted any more, take its line out of " + masters.file()
                + ". Keep a copy of that file where no backup is");
        return 0;
    }

    private int drop(MasterKey fresh, List<MasterKey> old) {
        var before = masters.text();
        masters.keepOnly(fresh);
        var left = 1;
        try {
            left = sealing.run(fresh).left();
        } finally {
            if (left > 0) {
                masters.write(before);
            }
        }
        if (left > 0) {
            sealing.run(fresh);
            terminal.say("Something was still sealed under " + named(old) + ": it was put back, and is needed");
            return 1;
        }
        terminal.say("Dropped " + named(old)
                + ". Backups made before now open with a copy of it alone: make a new one, and keep a copy of "
                + masters.file() + " where no backup is");
        return 0;
    }

    private static String named(List<MasterKey> keys) {
        return keys.stream().map(MasterKey::toString).collect(Collectors.joining(", "));
    }
}
