package dev.universalapi.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.page.PagingTests.Wanted;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whoever follows the pages to the end has seen every element once, in order.
class PagingProperties {
    private static final List<Set<String>> WAYS = List.of(
            Set.of("limit", "page"),
            Set.of("limit", "offset"),
            Set.of("limit", "token"),
            Set.of("page"),
            Set.of("offset"),
            Set.of("token"),
            Set.of("page", "offset"),
            Set.of("limit", "page", "offset", "token"));

    @Property
    void everyElementIsGivenOnce(
            @ForAll @IntRange(max = 60) int size,
            @ForAll @IntRange(min = 1, max = 25) int max,
            @ForAll @IntRange(min = 1, max = 40) int limit,
            @ForAll @IntRange(max = 7) int way) {
        var paging = new Paging(max, Shape.of(Wanted.class).component("limit").orElseThrow(), WAYS.get(way));
        var query = new Wanted(limit);
        var given = new ArrayList<Integer>();
        Optional<Position> at = Optional.of(Position.START);

        for (var calls = 0; at.isPresent(); calls++) {
            assertThat(calls).as("it ends").isLessThanOrEqualTo(size + 2);
            var asked = paging.fill(query, at.get());
            var page = page(size, max, WAYS.get(way), at.get(), Integer.parseInt(String.valueOf(asked.get("limit"))));
            page.stream().skip(at.get().skip()).limit(limit).forEach(given::add);
            var last = page.isEmpty() || page.getLast() == size - 1;
            var token = last ? null : String.valueOf(page.getLast() + 1);
            at = paging.next(query, at.get(), page.size(), token);
        }

        assertThat(given).isEqualTo(IntStream.range(0, size).boxed().toList());
    }

    // a provider that does as it is asked
    private static List<Integer> page(int size, int max, Set<String> holes, Position at, int limit) {
        var length = holes.contains("limit") ? limit : max;
        var from = holes.contains("token")
                ? at.token() == null ? 0 : Integer.parseInt(at.token())
                : holes.contains("page") ? (at.page() - 1) * length : at.offset();
        return IntStream.range(from, Math.min(size, from + length)).boxed().toList();
    }
}
