package dev.universalapi.engine.mapping;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.outcome.Outcome;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the body as the answer, if it is a file by its type: a page that says sorry with a 200 is none.
///
/// @param post whether the call is a `POST`
public record Blob(boolean post) implements Answering {
    private static final String BYTES = "application/octet-stream";
    private static final Pattern FILE =
            Pattern.compile("(?:image|audio|video)/.*|application/(?:pdf|octet-stream)", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean post(Record query) {
        return post;
    }

    /// No rule of an operation that is answered by bytes may say `empty`.
    @Override
    public Record empty() {
        return new Binary(BYTES, new byte[0]);
    }

    @Override
    public Reading make(Record query, EgressResponse response, Scope scope, @Nullable String unreadable) {
        if (unreadable != null) {
            return new Reading.Failure(Outcome.MALFORMED, unreadable);
        }
        if (response.body().length == 0) {
            return new Reading.Failure(Outcome.MALFORMED, "the body is empty");
        }
        var type = response.header("content-type")
                .map(String::strip)
                .filter(told -> !told.isEmpty())
                .orElse(BYTES);
        var bare = type.split(";", 2)[0].strip();
        return FILE.matcher(bare).matches()
                ? new Reading.Answer(Outcome.OK, new Binary(type, response.body()), 0)
                : new Reading.Failure(Outcome.MALFORMED, bare + " is neither a picture, a sound, a film nor a file");
    }
}
