package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// What runs, as a file that other commands and the next start read.
///
/// @param launcher who supervises it
/// @param phase how far the whole is
/// @param why the mode was chosen, half a sentence
public record State(Stamp launcher, Phase phase, Mode mode, String why, List<Member> members) {
    private static final String LAUNCHER = "launcher";
    private static final String MEMBER = "member.";
    private static final int WORDS = 8;

    /// How far the suite is.
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /// One process of it.
    ///
    /// @param process that lives now; number 0 when none does
    /// @param deaths how often it died without being asked to
    public record Member(Instance instance, Stamp process, Condition condition, int deaths) {}

    public State {
        members = List.copyOf(members);
    }

    /// The state of the suite that runs from this home, if one does.
    public static Optional<State> running(Path file) {
        return read(file).filter(state -> state.launcher().alive());
    }

    /// The processes that a launcher which is gone has left behind.
    public static List<Stamp> leftovers(Path file) {
        return read(file).filter(state -> !state.launcher().alive()).stream()
                .flatMap(state -> state.members().stream())
                .map(Member::process)
                .filter(Stamp::alive)
                .toList();
    }

    private static Optional<State> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(parse(properties));
        } catch (IOException | IllegalArgumentException e) {
            throw new LauncherException(
                    file + " is damaged; see with ./universal doctor what still runs, end that, and delete the file",
                    e);
        }
    }

    private static State parse(Properties properties) {
        var members = new ArrayList<Member>();
        for (var i = 0; properties.containsKey(MEMBER + i); i++) {
            members.add(member(words(properties, MEMBER + i, WORDS)));
        }
        var launcher = words(properties, LAUNCHER, 2);
        return new State(
                stamp(launcher[0], launcher[1]),
                Phase.valueOf(words(properties, "phase", 1)[0]),
                Mode.valueOf(words(properties, "mode", 1)[0]),
                properties.getProperty("why", ""),
                members);
    }

    private static Member member(String[] words) {
        var instance = new Instance(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        return new Member(instance, stamp(words[4], words[5]), Condition.valueOf(words[6]), Integer.parseInt(words[7]));
    }

    private static Stamp stamp(String pid, String started) {
        return new Stamp(Long.parseLong(pid), Long.parseLong(started));
    }

    private static String[] words(Properties properties, String name, int count) {
        var words = properties.getProperty(name, "").split(" ", -1);
        if (words.length != count) {
            throw new IllegalArgumentException(name);
        }
        return words;
    }

    /// Replaces the file in one step.
    void write(Path file) {
        var properties = new Properties();
        properties.setProperty(LAUNCHER, launcher.pid() + " " + launcher.started());
        properties.setProperty("phase", phase.name());
        properties.setProperty("mode", mode.name());
        properties.setProperty("why", why);
        for (var i = 0; i < members.size(); i++) {
            properties.setProperty(MEMBER + i, written(members.get(i)));
        }
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var writer = Files.newBufferedWriter(fresh)) {
                properties.store(writer, "what runs; written by the launcher");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + LauncherException.why(e), e);
        }
    }

    private static String written(Member member) {
        var instance = member.instance();
        return "%s %s %d %d %d %d %s %d"
                .formatted(
                        instance.name(),
                        instance.part(),
                        instance.port(),
                        instance.managementPort(),
                        member.process().pid(),
                        member.process().started(),
                        member.condition().name(),
                        member.deaths());
    }

    /// Whether all parts have been ready and are wanted so.
    public boolean ready() {
        return phase == Phase.READY;
    }

    /// Where each process listens.
    public List<Instance> instances() {
        return members.stream().map(Member::instance).toList();
    }

    /// The process numbers of the instances, in their order; 0 where none lives.
    public List<Long> pids() {
        return members.stream().map(member -> member.process().pid()).toList();
    }

    /// The gateway's instance.
    public Instance gateway() {
        return instances().stream()
                .filter(instance -> instance.part().equals(Part.GATEWAY))
                .findFirst()
                .orElseThrow();
    }
}
