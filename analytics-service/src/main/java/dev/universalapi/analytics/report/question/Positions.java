package dev.universalapi.analytics.report.question;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writes where a page ended, so that it fits into an address. Nothing in it is trusted: it says where to go on, and
/// row security still says in what.
public final class Positions {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 2_000;

    private Positions() {}

    public static String write(Question.Position position) {
        var values = new ArrayList<String>();
        values.add(position.bucket() == null ? "" : position.bucket().toString());
        values.addAll(position.values());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
    }

    static Optional<Question.Position> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var values = List.of(JSON.readValue(json, String[].class));
            if (values.isEmpty() || json.contains("\\u0000")) {
                return Optional.empty();
            }
            var bucket = values.getFirst().isEmpty() ? null : Instant.parse(values.getFirst());
            return Optional.of(new Question.Position(bucket, values.subList(1, values.size())));
        } catch (IllegalArgumentException | DateTimeException | JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
