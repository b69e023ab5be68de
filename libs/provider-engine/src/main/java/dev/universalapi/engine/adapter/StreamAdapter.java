package dev.universalapi.engine.adapter;

import dev.universalapi.engine.kind.Parts;
import dev.universalapi.engine.outcome.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.function.Consumer;

/// What the manifest language cannot say of one operation that is answered in parts.
public interface StreamAdapter extends Adapter {

    /// The content type of a stream. A response of another is no stream: it is read whole, and may be an error in
    /// a 200.
    default String media() {
        return "text/event-stream";
    }

    /// Reads a stream while it comes, and hands on each part as soon as it is whole.
    ///
    /// @param parts takes parts of the operation's type, one after the other; what it throws goes through
    /// @return whether the stream said that it is complete; one that just ends is broken
    /// @throws MisreadException if it does not hold the answer, or says that there will be none
    /// @throws IOException as the body throws it
    boolean read(Record query, InputStream body, Consumer<Record> parts) throws MisreadException, IOException;

    /// A short stream, whole.
    @Override
    default Record read(Record query, Received response) throws MisreadException {
        var parts = new ArrayList<Record>();
        try {
            if (!read(query, new ByteArrayInputStream(response.body()), parts::add)) {
                throw MisreadException.refused(Outcome.UNAVAILABLE, "the stream ended before its end");
            }
        } catch (IOException e) {
            throw MisreadException.malformed("the stream cannot be read: " + e.getMessage());
        }
        return new Parts(parts);
    }
}
