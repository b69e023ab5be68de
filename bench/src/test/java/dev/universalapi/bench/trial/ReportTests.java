package dev.universalapi.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTests {
    @Test
    void printsATableOfMarkdown() {
        var said = new ByteArrayOutputStream();

        new Report(new PrintStream(said, true, StandardCharsets.UTF_8))
                .table(List.of(List.of("part", "pods"), List.of("gateway", "1")));

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("", "| part | pods |", "|---|---|", "| gateway | 1 |", "");
    }
}
