package dev.universalapi.engine.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (HTML standard 9.2.6) as they come. An event that its stream breaks off is none.
public final class ServerSentEvents {
    private static final int LONGEST = 64 * 1024;

    private final InputStream body;
    private boolean first = true;
    private boolean afterReturn;
    private boolean over;

    /// @param name `message` where the stream names none
    /// @param data its lines, joined by `\n`
    public record Event(String name, String data) {}

    public ServerSentEvents(InputStream body) {
        this.body = body;
    }

    /// The next event that has data; empty at the end.
    ///
    /// @throws MisreadException if a line or an event is larger than 64 KiB
    /// @throws IOException as the body throws it
    public Optional<Event> next() throws MisreadException, IOException {
        var data = new StringBuilder();
        var name = "message";
        var lines = 0;
        for (var line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                if (lines > 0) {
                    return Optional.of(new Event(name, data.toString()));
                }
                name = "message";
                continue;
            }
            var colon = line.indexOf(':');
            var field = colon < 0 ? line : line.substring(0, colon);
            var value = colon < 0 ? "" : line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1));
            if (field.equals("data")) {
                data.append(lines++ == 0 ? "" : "\n").append(value);
                bound(data.length());
            } else if (field.equals("event") && !value.isEmpty()) {
                name = value;
            }
        }
        return Optional.empty();
    }

    // a line ends with CR, LF or both; at the end of the stream there is none
    private @Nullable String line() throws MisreadException, IOException {
        var line = new ByteArrayOutputStream();
        while (!over) {
            var next = body.read();
            var feedOfReturn = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (next < 0) {
                over = true;
            } else if (next == '\r' || (next == '\n' && !feedOfReturn)) {
                return text(line);
            } else if (next != '\n') {
                line.write(next);
                bound(line.size());
            }
        }
        return null;
    }

    private String text(ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        var marked = first && text.startsWith("\ufeff");
        first = false;
        return marked ? text.substring(1) : text;
    }

    private static void bound(int size) throws MisreadException {
        if (size > LONGEST) {
            throw MisreadException.malformed("an event is larger than 64 KiB");
        }
    }
}
