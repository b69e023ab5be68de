package dev.universalapi.auth.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param data rows, in the order in which they were made
public record Page<T>(List<T> data, Meta meta) {

    /// @param next the cursor of the next page; null at the end
    public record Meta(@Nullable String next) {}

    /// @param found one row more than wanted, if there is one
    public static <T> Page<T> of(List<T> found, Paging wanted, Function<T, Cursor> place) {
        if (found.size() <= wanted.limit()) {
            return new Page<>(List.copyOf(found), new Meta(null));
        }
        var page = List.copyOf(found.subList(0, wanted.limit()));
        return new Page<>(page, new Meta(place.apply(page.getLast()).text()));
    }
}
