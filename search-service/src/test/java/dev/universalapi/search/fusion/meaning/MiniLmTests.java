package dev.universalapi.search.fusion.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MiniLmTests {
    @Test
    void knowsWhatMeansTheSame() throws Exception {
        try (var model = MiniLm.load()) {
            var query = Vector.of(model.encode("how to repair a car"));
            var same = Vector.of(model.encode("Fixing an automobile yourself"));
            var other = Vector.of(model.encode("Tulips flower in spring"));

            assertThat(query.cosine(same)).isGreaterThan(query.cosine(other) + 0.3);
        }
    }

    @Test
    void takesAnyText() throws Exception {
        try (var model = MiniLm.load()) {
            assertThat(model.encode("")).hasSize(384);
            assertThat(model.encode("\u0000\u202E 🎉 القاهرة 北京 " + "long ".repeat(1_000)))
                    .hasSize(384);
        }
    }

    @Test
    void cutsWordsAsBertDoes() {
        var pieces = new WordPiece(Map.of(
                "[CLS]", 0, "[SEP]", 1, "[UNK]", 2, "un", 3, "##believ", 4, "##able", 5, ",", 6, "ete", 7, "北", 8));

        assertThat(pieces.pieces("Unbelievable, Été", 64)).containsExactly(0, 3, 4, 5, 6, 7, 1);
        assertThat(pieces.pieces("北北 unknown", 64)).containsExactly(0, 8, 8, 2, 1);
        assertThat(pieces.pieces("un un un un un", 4)).containsExactly(0, 3, 3, 1);
        assertThat(pieces.pieces("un".repeat(100), 64)).containsExactly(0, 2, 1);
    }
}
