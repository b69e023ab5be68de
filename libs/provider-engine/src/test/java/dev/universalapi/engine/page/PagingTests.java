package dev.universalapi.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagingTests {
    /// A query that may leave open how many it wants.
    public record Wanted(@Nullable Integer limit) {}

    private static final Component LIMIT =
            Shape.of(Wanted.class).component("limit").orElseThrow();

    private static Paging paging(int max, String... holes) {
        return new Paging(max, LIMIT, Set.of(holes));
    }

    @Test
    void fillsTheHolesOfTheFirstPage() {
        var holes = paging(10, "limit", "page").fill(new Wanted(7), Position.START);

        assertThat(holes).isEqualTo(Map.of("limit", 7, "page", 1, "offset", 0));
    }

    @Test
    void fillsTheHolesOfALaterPage() {
        var holes = paging(10, "token").fill(new Wanted(null), new Position(3, 20, "t", 0));

        assertThat(holes).isEqualTo(Map.of("limit", 10, "page", 3, "offset", 20, "token", "t"));
    }

    @Test
    void asksForNoMoreThanAPageHolds() {
        assertThat(paging(10, "limit").fill(new Wanted(50), Position.START)).containsEntry("limit", 10);
        assertThat(paging(10, "limit").fill(new Wanted(0), Position.START)).containsEntry("limit", 1);
    }

    @Test
    void turnsThePageAfterAFullOne() {
        var paging = paging(10, "limit", "page");

        assertThat(paging.next(new Wanted(5), Position.START, 5, null)).hasValue(new Position(2, 5, null, 0));
        assertThat(paging.next(new Wanted(50), new Position(2, 10, null, 0), 10, null))
                .hasValue(new Position(3, 20, null, 0));
    }

    @Test
    void endsWithAListShorterThanWasAskedFor() {
        assertThat(paging(10, "limit", "page").next(new Wanted(5), Position.START, 4, null))
                .isEmpty();
        assertThat(paging(10, "limit", "offset").next(new Wanted(5), Position.START, 0, null))
                .isEmpty();
        assertThat(paging(10, "page").next(new Wanted(50), Position.START, 9, null))
                .isEmpty();
        assertThat(paging(10, "limit", "token").next(new Wanted(5), Position.START, 4, "more"))
                .isEmpty();
    }

    @Test
    void followsTheTokenUntilThereIsNone() {
        var paging = paging(10, "limit", "token");

        assertThat(paging.next(new Wanted(5), Position.START, 5, "b")).hasValue(new Position(2, 5, "b", 0));
        assertThat(paging.next(new Wanted(5), Position.START, 5, null)).isEmpty();
    }

    @Test
    void endsWhereTheTokenIsTheSameAgain() {
        var next = paging(10, "limit", "token").next(new Wanted(5), new Position(2, 5, "b", 0), 5, "b");

        assertThat(next).isEmpty();
    }

    @Test
    void givesALongPageInPieces() {
        var paging = paging(20, "page");

        var second = paging.next(new Wanted(8), Position.START, 20, null);
        var third = paging.next(new Wanted(8), second.orElseThrow(), 20, null);
        var fourth = paging.next(new Wanted(8), third.orElseThrow(), 20, null);

        assertThat(second).hasValue(new Position(1, 0, null, 8));
        assertThat(third).hasValue(new Position(1, 0, null, 16));
        assertThat(fourth).hasValue(new Position(2, 20, null, 0));
    }

    @Test
    void givesTheRestOfAShortPageInPiecesToo() {
        var paging = paging(20, "token");

        var second = paging.next(new Wanted(8), Position.START, 10, null);
        var third = paging.next(new Wanted(8), second.orElseThrow(), 10, null);

        assertThat(second).hasValue(new Position(1, 0, null, 8));
        assertThat(third).isEmpty();
    }

    @Test
    void movesAnOffsetByWhatWasGiven() {
        var paging = paging(20, "offset");

        assertThat(paging.next(new Wanted(8), Position.START, 20, null)).hasValue(new Position(2, 8, null, 0));
        assertThat(paging.next(new Wanted(8), Position.START, 10, null)).hasValue(new Position(2, 8, null, 0));
        assertThat(paging.next(new Wanted(8), Position.START, 8, null)).isEmpty();
        assertThat(paging.next(new Wanted(50), Position.START, 20, null)).hasValue(new Position(2, 20, null, 0));
    }

    @Test
    void movesAnOffsetByWhatWasAskedForWhenTheProviderGivesMore() {
        var next = paging(20, "limit", "offset").next(new Wanted(8), Position.START, 20, null);

        assertThat(next).hasValue(new Position(2, 8, null, 0));
    }

    @Test
    void countsPagesRatherThanElementsWhereARequestSaysBoth() {
        var next = paging(20, "page", "offset").next(new Wanted(8), Position.START, 20, null);

        assertThat(next).hasValue(new Position(1, 0, null, 8));
    }

    @Test
    void hasOnePageWhereNothingLeadsOn() {
        assertThat(paging(10, "limit").next(new Wanted(5), Position.START, 5, "t"))
                .isEmpty();
    }
}
