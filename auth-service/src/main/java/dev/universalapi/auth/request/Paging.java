package dev.universalapi.auth.request;

import dev.universalapi.platform.problem.ProblemException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/// Which page is wanted.
///
/// @param after the row before it
/// @param limit how many rows it has at most
public record Paging(Cursor after, int limit) {
    /// How many rows a page has where nobody says.
    public static final String USUAL = "50";

    private static final int MOST = 200;

    /// @throws ProblemException if one of them is none
    public static Paging of(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "query", "limit must be 1 to " + MOST + ", was " + limit);
        }
        return new Paging(cursor == null ? Cursor.START : Cursor.parse(cursor), limit);
    }

    /// The moment of [#after], for a statement.
    public Timestamp moment() {
        return Timestamp.from(after.at());
    }

    /// How many rows to read to know whether there are more.
    public int oneMore() {
        return limit + 1;
    }
}
