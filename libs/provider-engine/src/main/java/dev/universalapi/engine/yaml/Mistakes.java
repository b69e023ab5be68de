package dev.universalapi.engine.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is wrong with one file, each as `file:line: what is wrong; what to write instead`: the first hundred, and
/// none longer than a page, however odd the file is.
public final class Mistakes {
    private static final int MOST = 100;
    private static final int LONGEST = 1_000;

    private final String file;
    private final Set<String> found = new LinkedHashSet<>();

    public Mistakes(String file) {
        this.file = file;
    }

    /// One more.
    public void add(int line, String wrong, String instead) {
        add(line, wrong + "; " + instead);
    }

    /// One more, that says already what to write instead.
    public void add(int line, String whole) {
        if (found.size() < MOST) {
            found.add(file + ":" + line + ": " + shortened(whole));
        } else if (found.size() == MOST) {
            found.add(file + ":" + line + ": there is more that is wrong from here on; mend the rest first");
        }
    }

    // the end says what to write instead
    private static String shortened(String whole) {
        return whole.length() <= LONGEST
                ? whole
                : whole.substring(0, LONGEST / 2) + " … " + whole.substring(whole.length() - LONGEST / 2);
    }

    /// Reads a text; what is wrong with it is noted.
    public <T> Optional<T> read(Yaml where, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(where.text()));
        } catch (MistakeException e) {
            add(where.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Makes something of a text.
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String text) throws MistakeException;
    }

    public boolean none() {
        return found.isEmpty();
    }

    /// In the order found.
    public List<String> all() {
        return List.copyOf(found);
    }

    public String file() {
        return file;
    }
}
