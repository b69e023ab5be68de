package dev.universalapi.launcher.build;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Makes of the much that Maven prints the little that people want to read: a line for each module, a sign of life when
/// one takes long, and what went wrong.
final class Progress {
    private static final Pattern MODULE = Pattern.compile("^\\[INFO] Building (.+) \\S+ +\\[(\\d+)/(\\d+)]");
    private static final Pattern TESTS = Pattern.compile("Tests run: (\\d+),.* -- in (\\S+)");
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final int KEPT_ERRORS = 25;

    private final Consumer<String> say;
    private final InstantSource clock;
    private final Deque<String> errors = new ArrayDeque<>();
    private String module = "the beginning";
    private Instant moduleBegan;
    private Instant lastSaid;
    private int downloads;
    private int tests;

    Progress(Consumer<String> say, InstantSource clock) {
        this.say = say;
        this.clock = clock;
        this.moduleBegan = clock.instant();
        this.lastSaid = clock.instant();
    }

    /// One line of Maven's.
    synchronized void line(String line) {
        var begins = MODULE.matcher(line);
        var tested = TESTS.matcher(line);
        if (begins.find()) {
            module = begins.group(1);
            moduleBegan = clock.instant();
            tell("  %s (%s of %s)".formatted(module, begins.group(2), begins.group(3)));
        } else if (line.startsWith("Downloaded from ")) {
            downloads++;
        } else if (tested.find()) {
            tests += Integer.parseInt(tested.group(1));
        } else if (line.startsWith("[ERROR]") && !line.equals("[ERROR] ")) {
            errors.add(line);
            if (errors.size() > KEPT_ERRORS) {
                errors.removeFirst();
            }
        }
    }

    /// Says that it goes on, if nothing was said for a while.
    synchronized void tick() {
        if (Duration.between(lastSaid, clock.instant()).compareTo(SILENCE) < 0) {
            return;
        }
        tell("    %s: %d s%s%s"
                .formatted(
                        module,
                        Duration.between(moduleBegan, clock.instant()).toSeconds(),
                        tests > 0 ? ", " + tests + " tests run" : "",
                        downloads > 0 ? ", " + downloads + " files downloaded in all" : ""));
    }

    private void tell(String line) {
        lastSaid = clock.instant();
        say.accept(line);
    }

    /// The last errors that Maven told.
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }
}
