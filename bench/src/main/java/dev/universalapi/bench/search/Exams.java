package dev.universalapi.bench.search;

import dev.universalapi.bench.stage.LoneParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs what search-service measures of itself, out of the jar that is shipped, in a process of its own.
final class Exams {
    private static final String EXAM = "dev.universalapi.search.exam.Exam";
    private static final String MERGE = "dev.universalapi.search.fusion.trial.MergeTrial";
    /// The heap is there from the start: what is added to the process later is beside it.
    private static final String[] WHOLE_HEAP = {"-Xms256m", "-XX:+AlwaysPreTouch"};
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Path jar;
    private final Path log;

    /// What one of them found.
    ///
    /// @param figures by name
    /// @param mistakes a line each
    record Result(Map<String, String> figures, List<String> mistakes) {
        /// NaN, which fulfils nothing, where it is not there.
        double number(String name) {
            var text = figures.get(name);
            return text == null ? Double.NaN : Double.parseDouble(text);
        }
    }

    Exams(Path project, Path folder) throws IOException {
        this.jar = new LoneParts(project, Files.createDirectories(folder)).lay("search-service");
        this.log = folder.resolve("exam.log");
    }

    /// @param what its name and what it needs
    /// @throws IOException if it does not end well
    Result take(String... what) throws IOException, InterruptedException {
        var command = LoneParts.java(WHOLE_HEAP);
        command.addAll(List.of("-cp", jar.toString(), EXAM));
        command.addAll(List.of(what));
        return read(run(command));
    }

    /// Judges the merge, and tells what it writes.
    JsonNode merge(Path collection) throws IOException, InterruptedException {
        var file = log.resolveSibling("merge.json");
        var command = LoneParts.java("-cp", jar.toString(), MERGE);
        command.addAll(List.of(collection.toString(), file.toString()));
        run(command);
        return new JsonMapper().readTree(file.toFile());
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command.getLast() + " did not end well: " + said + Files.readString(log));
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    // a name, a tab, a value
    private static Result read(String said) {
        var figures = new HashMap<String, String>();
        var mistakes = new ArrayList<String>();
        said.lines()
                .map(line -> line.split("\t", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> {
                    if (line[0].equals("mistake")) {
                        mistakes.add(line[1]);
                    } else {
                        figures.put(line[0], line[1]);
                    }
                });
        return new Result(figures, mistakes);
    }
}
