package dev.universalapi.search.search.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OrderTests {
    private final Order<String> order = new Order<>();
    private final Map<String, Double> reader = new HashMap<>();

    @Test
    void tellsOnlyWhatIsNew() {
        follow("a", "b", "c");

        var change = follow("a", "x", "b", "c");

        assertThat(change.upserts()).containsOnlyKeys("x");
        assertThat(change.removed()).isEmpty();
        assertThat(list()).containsExactly("a", "x", "b", "c");
    }

    @Test
    void movesTheOneThatMovedAndNotTheOthers() {
        follow("a", "b", "c", "d");

        var change = follow("d", "a", "b", "c");

        assertThat(change.upserts()).containsOnlyKeys("d");
        assertThat(list()).containsExactly("d", "a", "b", "c");
    }

    @Test
    void takesOutWhatIsGone() {
        follow("a", "b");

        var change = follow("b");

        assertThat(change.removed()).containsExactly("a");
        assertThat(change.upserts()).isEmpty();
    }

    @Test
    void tellsAThingAgainThatIsAnother() {
        order.change(Map.of("a", "old"));

        var change = order.change(Map.of("a", "new"));

        assertThat(change.upserts()).containsOnlyKeys("a");
        assertThat(change.upserts().values()).extracting(Order.Upsert::thing).containsExactly("new");
    }

    @Test
    void numbersAllAnewWhereNoneLiesBetween() {
        follow("a", "z");
        for (int i = 0; i < 2_000; i++) {
            follow("a", "n" + i, "z");
            follow("a", "n" + i, "m" + i, "z");
        }

        follow("a", "q", "z");

        assertThat(list()).containsExactly("a", "q", "z");
    }

    @RepeatedTest(50)
    void theReaderAlwaysHasTheList(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int step = 0; step < 20; step++) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                ids.add("id" + i);
            }
            Collections.shuffle(ids, random);
            var now = ids.subList(0, random.nextInt(12));

            follow(now.toArray(String[]::new));

            assertThat(list()).containsExactlyElementsOf(now);
        }
    }

    private Order.Change<String> follow(String... ids) {
        var now = new LinkedHashMap<String, String>();
        for (var id : ids) {
            now.put(id, id);
        }
        var change = order.change(now);
        change.removed().forEach(reader::remove);
        change.upserts().forEach((id, upsert) -> reader.put(id, upsert.rank()));
        return change;
    }

    private List<String> list() {
        return reader.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }
}
