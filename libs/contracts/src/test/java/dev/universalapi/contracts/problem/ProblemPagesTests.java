package dev.universalapi.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemPagesTests {
    @Test
    void everyTypeHasItsPageAndEveryPageItsType() throws Exception {
        var slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();

        try (var files = Files.list(Path.of("../../docs/problems"))) {
            var pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> name.replaceFirst("[.]md$", ""));

            assertThat(pages).containsExactlyInAnyOrderElementsOf(slugs);
        }
    }
}
