package dev.universalapi.search.search.wish;

import dev.universalapi.search.intent.Cleaning;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of a body. Values must be of the type that the schema shows: no text is taken for a number. A member
/// that there is not is refused rather than overlooked, for it is one that is spelt otherwise most often.
final class QueryBody {
    private static final List<String> MEMBERS = Arrays.stream(UniversalQuery.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    private static final int LONGEST_NAME = 60;
    private static final int MOST_STRANGERS = 10;

    private final JsonNode body;
    private final BiConsumer<String, String> mistakes;

    /// @param mistakes takes the name of a member and what is wrong with it
    QueryBody(JsonNode body, BiConsumer<String, String> mistakes) {
        this.body = body;
        this.mistakes = mistakes;
    }

    /// What stands in it, without what is wrong.
    UniversalQuery read() {
        if (!body.isObject()) {
            mistakes.accept("body", "the body must be a JSON object, was " + kind(body));
        }
        body.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .limit(MOST_STRANGERS)
                .forEach(this::stranger);
        return new UniversalQuery(
                text("query"),
                text("language"),
                texts("categories"),
                number("limit"),
                number("deadlineMillis"),
                truth("summary"),
                truth("safe"),
                truth("stream"));
    }

    private void stranger(String name) {
        var clean = Cleaning.whole(name);
        var told = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
        mistakes.accept(told, "there is no member %s, only %s".formatted(told, String.join(", ", MEMBERS)));
    }

    private @Nullable String text(String name) {
        return read(name, "a text", JsonNode::isString, JsonNode::stringValue);
    }

    private @Nullable Boolean truth(String name) {
        return read(name, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    private @Nullable Integer number(String name) {
        Predicate<JsonNode> whole = value -> value.isIntegralNumber() && value.canConvertToInt();
        return read(name, "a whole number", whole, JsonNode::intValue);
    }

    private @Nullable List<@Nullable String> texts(String name) {
        Predicate<JsonNode> texts =
                value -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        return read(name, "a list of texts", texts, value -> {
            var read = new ArrayList<@Nullable String>();
            value.forEach(element -> read.add(element.stringValue()));
            return read;
        });
    }

    private <T> @Nullable T read(String name, String wanted, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!fits.test(value)) {
            mistakes.accept(name, "%s must be %s, was %s".formatted(name, wanted, kind(value)));
            return null;
        }
        return read.apply(value);
    }

    private static String kind(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "a number" : "a number with a fraction";
        }
        var kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "array" -> value.isEmpty() ? "an empty list" : "a list";
            case "object" -> "an object";
            case "null" -> "null";
            default -> "a " + kind;
        };
    }
}
