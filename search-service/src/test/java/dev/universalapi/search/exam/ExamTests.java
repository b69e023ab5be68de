package dev.universalapi.search.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamTests {
    @Test
    void tellsWhatASetIsUnderstoodAs(@TempDir Path folder) throws IOException {
        var set = Files.writeString(folder.resolve("set.tsv"), """
            # two queries
            language\tquery\tintents\tslots
            en\tbitcoin price\tcrypto\tcoin=BTC
            fr\tprix du bitcoin\tcrypto\tcoin=BTC
            """);

        var told = take("heldout", set.toString());

        assertThat(told)
                .containsEntry("queries", "2")
                .containsEntry("primary", "1.0")
                .containsEntry("apart", "0.0")
                .containsEntry("told", "1.0")
                .containsKey("micros");
    }

    @Test
    void tellsWhatItTakesToUnderstand() throws IOException {
        var told = take("loading");

        assertThat(told).containsEntry("by-words", "true").containsEntry("by-model", "true");
        assertThat(told).containsKeys("cpu", "heap", "native");
    }

    @Test
    void learnsIntentsOfOthers(@TempDir Path folder) throws IOException {
        var inside = "[[\"rain today\",\"weather\"],[\"bitcoin price\",\"crypto\"]]";
        var outside = "[[\"xyzzy\",\"oos\"]]";
        Files.writeString(
                folder.resolve("data_full.json"),
                "{\"train\":%1$s,\"val\":%1$s,\"test\":%1$s,\"oos_val\":%2$s,\"oos_test\":%2$s}"
                        .formatted(inside, outside));

        var told = take("clinc", folder.toString());

        assertThat(told).containsEntry("in-scope", "1.0").containsKeys("threshold", "out-of-scope", "seconds");
    }

    @Test
    void refusesAnExamThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> take("driving"));
    }

    private static Map<String, String> take(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        new Exam(new PrintStream(out, true, StandardCharsets.UTF_8)).take(List.of(arguments));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, _) -> first));
    }
}
