package dev.universalapi.auth.request;

import dev.universalapi.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/// After which row a page begins: rows are in the order in which they were made.
///
/// @param at when that row was made
/// @param id its id
public record Cursor(Instant at, String id) {
    /// Before all rows.
    public static final Cursor START = new Cursor(Instant.EPOCH, "");

    /// As callers send it back.
    public String text() {
        var plain = at + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var space = plain.indexOf(' ');
            if (space > 0 && Ids.mayBe(plain.substring(space + 1))) {
                return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // said below
        }
        throw ProblemException.invalid("cursor", "query", "cursor is no meta.next of an earlier page");
    }
}
