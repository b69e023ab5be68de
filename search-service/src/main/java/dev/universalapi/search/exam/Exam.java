package dev.universalapi.search.exam;

import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.intent.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Measures one thing and prints a line a figure, its name and its value parted by a tab.
final class Exam {
    /// The day on which the sets were written.
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static final Set<Language> BOTH = EnumSet.allOf(Language.class);
    private static final int ROUNDS = 20;

    private final PrintStream out;

    Exam(PrintStream out) {
        this.out = out;
    }

    /// `heldout FILE`, `loading` or `clinc DIR`.
    static void main(String[] arguments) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        new Exam(out).take(List.of(arguments));
    }

    void take(List<String> arguments) throws IOException {
        switch (arguments.getFirst()) {
            case "heldout" -> heldOut(Path.of(arguments.get(1)));
            case "loading" -> Loading.measure(this::tell);
            case "clinc" -> Clinc.in(Path.of(arguments.get(1))).measure(this::tell);
            default -> throw new IllegalArgumentException("no such exam: " + arguments.getFirst());
        }
    }

    /// Understands as on the day of the sets, in whatever language.
    static Marks.Reader reader(Interpreter interpreter) {
        return text -> interpreter.understand(text, BOTH, TODAY);
    }

    private void heldOut(Path file) throws IOException {
        var queries = Query.read(file);
        var interpreter = new Interpreter();
        interpreter.load();
        var marks = Marks.of(queries, reader(interpreter));
        tell("queries", queries.size());
        tell("primary", marks.primary());
        tell("primary.en", marks.primary(Language.EN));
        tell("primary.fr", marks.primary(Language.FR));
        tell("apart", marks.apart());
        tell("several", marks.several());
        tell("told", marks.told());
        tell("mistaken", marks.mistakenForSomething());
        tell("language", marks.language());
        tell("micros", micros(queries, reader(interpreter)));
        marks.mistakes().forEach(mistake -> tell("mistake", mistake));
    }

    // the middle of a few rounds, when the machine knows the way
    private static double micros(List<Query> queries, Marks.Reader reader) {
        var rounds = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            queries.forEach(query -> reader.read(query.text()));
            rounds[round] = (System.nanoTime() - begun) / 1e3 / queries.size();
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private void tell(String name, Object value) {
        out.println(name + '\t' + value);
    }
}
