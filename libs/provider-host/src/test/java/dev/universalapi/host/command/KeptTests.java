package dev.universalapi.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptTests {

    @Test
    void anAnswerIsReadAsItWasWritten() {
        var answer = new Kept.Answered("image/png", Map.of("X-Provider", "pigments"), new byte[] {1, 0, 2});

        var read = Kept.of(answer.bytes());

        assertThat(read).usingRecursiveComparison().isEqualTo(answer);
    }

    @Test
    void aFailureIsReadAsItWasWritten() {
        var failure = new Kept.Failed(ProblemType.OUTCOME_UNKNOWN, "Köln did not say.");

        assertThat(Kept.of(failure.bytes())).isEqualTo(failure);
    }

    @Test
    void halfAnAnswerIsNone() {
        assertThatThrownBy(() -> Kept.of(new byte[] {1, 0})).hasMessageContaining("cannot be read");
    }
}
