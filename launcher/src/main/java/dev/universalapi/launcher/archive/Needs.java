package dev.universalapi.launcher.archive;

import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.identity.MasterKeys;
import dev.universalapi.launcher.store.Seals;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The master keys that an archive needs and does not have: with them in it, whoever finds it could open it.
///
/// @param known whether it could be found out
public record Needs(boolean known, List<Need> keys) {
    static final Needs UNKNOWN = new Needs(false, List.of());
    static final String NAME = "sealed";
    private static final int WORDS = 3;

    public Needs {
        keys = List.copyOf(keys);
    }

    /// Of what a home keeps now, while nothing runs.
    public static Needs of(Home home) {
        var here = keys(home).stream().collect(Collectors.toMap(MasterKey::name, MasterKey::fingerprint, (a, _) -> a));
        return new Seals(home, Versions.brought())
                .count()
                .map(counts -> new Needs(
                        true,
                        counts.entrySet().stream()
                                .map(seal -> new Need(
                                        seal.getKey(), here.getOrDefault(seal.getKey(), "unknown"), seal.getValue()))
                                .toList()))
                .orElse(UNKNOWN);
    }

    private static List<MasterKey> keys(Home home) {
        var masters = masters(home);
        return Files.exists(masters.file()) ? masters.read() : List.of();
    }

    private static MasterKeys masters(Home home) {
        return new MasterKeys(new Identity(home.identity()).masterKeys());
    }

    /// A line of the manifest; none where nothing is known.
    String line() {
        return known
                ? keys.stream()
                        .map(need -> " %s %s %d".formatted(need.master(), need.fingerprint(), need.credentials()))
                        .collect(Collectors.joining("", NAME, "\n"))
                : "";
    }

    static Needs parse(String line) throws IOException {
        var words = line.split(" ", -1);
        if (words.length % WORDS != 1) {
            throw new IOException("its manifest is not one of ours");
        }
        var keys = new ArrayList<Need>();
        for (var i = 1; i < words.length; i += WORDS) {
            keys.add(new Need(words[i], words[i + 1], Integer.parseInt(words[i + 2])));
        }
        return new Needs(true, keys);
    }

    /// What whoever made an archive has to keep beside it.
    public List<String> toKeep(Home home) {
        var file = masters(home).file();
        return told(
                "PostgreSQL could not be asked which master keys this needs: keep a copy of " + file + " elsewhere",
                need ->
                        "What organisations brought (%d) opens with %s alone, which is left out on purpose: keep a copy of %s where the backup is not"
                                .formatted(need.credentials(), need, file));
    }

    /// What whoever put an archive in place has to do before a start.
    public List<String> toFind(Home home) {
        var file = masters(home).file();
        var here = keys(home);
        return told(
                "It does not say which master keys it needs: every one that sealed something in it has to be in "
                        + file,
                need -> "What organisations brought (%d) opens with %s alone, which is %s"
                        .formatted(need.credentials(), need, where(need, here, file.toString())));
    }

    private static String where(Need need, List<MasterKey> here, String file) {
        var named =
                here.stream().filter(key -> key.name().equals(need.master())).toList();
        if (named.stream().anyMatch(key -> key.fingerprint().equals(need.fingerprint()))) {
            return "in " + file;
        }
        return "not in %s: before ./universal up, put its line there%s"
                .formatted(
                        file,
                        named.isEmpty()
                                ? ", from where you keep it"
                                : " in the place of " + named.getFirst()
                                        + ", which is another; keep that for what was there before");
    }

    private List<String> told(String unknown, Function<Need, String> each) {
        return known ? keys.stream().map(each).toList() : List.of(unknown);
    }
}
