package dev.universalapi.engine.request;

import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Template;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Whether a request is like those that a call sends, and how it differs.
public final class Likeness {
    private final Call call;
    private final Pattern path;

    public Likeness(Call call) {
        this.call = call;
        this.path = Pattern.compile(beginning(call.provider()) + pattern(call.path(), "[^/]+", ".+"));
    }

    /// How a request differs from every one that a provider can be sent, whatever the operation, in one
    /// sentence; empty if it is like them.
    public static Optional<String> differs(Call.Access common, Incoming incoming) {
        if (!incoming.method().equals("GET") && !incoming.method().equals("POST")) {
            return Optional.of("the method is GET or POST, was " + incoming.method());
        }
        if (!Pattern.matches(beginning(common) + "(/.*)?", incoming.path())) {
            return Optional.of("the path begins with " + shown(common) + ", was " + incoming.path());
        }
        return pairs("parameter", common.query(), incoming.query(), true).or(() -> headers(common, incoming));
    }

    private static String beginning(Call.Access common) {
        return Pattern.quote(common.base().path())
                + common.path()
                        .map(template -> "/" + pattern(template, "[^/]+", ".+"))
                        .orElse("");
    }

    private static String shown(Call.Access common) {
        return common.base().path()
                + common.path().map(template -> "/" + template).orElse("");
    }

    /// How it differs, in one sentence; empty if it is like them.
    public Optional<String> differs(Incoming incoming) {
        if (!incoming.method().equals(call.method())) {
            return Optional.of("the method is " + call.method() + ", was " + incoming.method());
        }
        var asked = incoming.path().equals("/") && call.path().toString().isEmpty() ? "" : incoming.path();
        if (!path.matcher(asked).matches()) {
            return Optional.of("the path is " + shown(call.provider()) + call.path() + ", was " + incoming.path());
        }
        return pairs("parameter", call.parameters(), incoming.query(), false)
                .or(() -> headers(call.provider(), incoming))
                .or(() -> body(incoming));
    }

    /// Whether it is the very one that asks a query, whatever the secrets in it.
    public boolean asks(Record query, Known known, Incoming incoming) {
        try {
            var filled = Filling.of(call, query, known, _ -> Optional.of(Sameness.SECRET), false, Duration.ZERO);
            return Sameness.of(filled, incoming);
        } catch (UnfillableException _) {
            return false;
        }
    }

    private static Optional<String> pairs(String what, List<Entry> declared, String raw, boolean others) {
        Map<String, String> sent = new LinkedHashMap<>();
        for (var pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (sent.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "") != null) {
                return Optional.of("the " + what + " " + decode(parts[0]) + " is sent twice");
            }
        }
        for (var entry : declared) {
            var value = sent.remove(entry.name());
            if (value == null && !entry.optional()) {
                return Optional.of("the " + what + " " + entry.name() + " is missing");
            }
            if (value != null && !fits(entry.value(), value)) {
                return Optional.of("the " + what + " " + entry.name() + " is `" + entry.value() + "`, was " + value);
            }
        }
        return sent.isEmpty() || others
                ? Optional.empty()
                : Optional.of("there is no " + what + " " + String.join(", ", sent.keySet()));
    }

    private static Optional<String> headers(Call.Access common, Incoming incoming) {
        for (var entry : common.headers()) {
            var value = incoming.headers().get(entry.name().toLowerCase(Locale.ROOT));
            if (value == null && !entry.optional()) {
                return Optional.of("the header " + entry.name() + " is missing");
            }
            if (value != null && !fits(entry.value(), value)) {
                return Optional.of("the header " + entry.name() + " is `" + entry.value() + "`, was " + value);
            }
        }
        var needsBasic = common.basic().isPresent()
                && common.basic().get().secrets().stream().noneMatch(Template.Secret::optional);
        return needsBasic
                        && !incoming.headers().getOrDefault("authorization", "").startsWith("Basic ")
                ? Optional.of("the header Authorization with `Basic …` is missing")
                : Optional.empty();
    }

    private Optional<String> body(Incoming incoming) {
        var text = new String(incoming.body(), StandardCharsets.UTF_8);
        if (call.json().isEmpty()) {
            return call.form().isEmpty() && !text.isEmpty()
                    ? Optional.of("there is no body, was " + text.length() + " characters")
                    : pairs("field", call.form(), text, false);
        }
        try {
            return json(
                    "the body",
                    call.json().get(),
                    Bodies.read(incoming.body(), Reads.JSON, "").top());
        } catch (UnreadableException e) {
            return Optional.of("the body is JSON: " + e.why());
        }
    }

    private static Optional<String> json(String where, Payload declared, JsonNode sent) {
        return switch (declared) {
            case Payload.Fixed fixed ->
                fixed.value().toString().equals(sent.toString())
                        ? Optional.empty()
                        : Optional.of(where + " is " + fixed.value() + ", was " + sent);
            case Payload.Text text -> {
                var single = text.template().parts().size() == 1;
                yield single || (sent.isString() && fits(text.template(), sent.asString()))
                        ? Optional.empty()
                        : Optional.of(where + " is `" + text.template() + "`, was " + sent);
            }
            case Payload.Items items -> items(where, items, sent);
            case Payload.Members members -> members(where, members, sent);
        };
    }

    private static Optional<String> items(String where, Payload.Items items, JsonNode sent) {
        if (!sent.isArray() || sent.size() > items.items().size()) {
            return Optional.of(where + " is a list of " + items.items().size() + ", was " + sent);
        }
        for (int i = 0; i < sent.size() && sent.size() == items.items().size(); i++) {
            var difference = json(where + "/" + i, items.items().get(i), sent.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> members(String where, Payload.Members members, JsonNode sent) {
        if (!sent.isObject()) {
            return Optional.of(where + " is an object, was " + sent);
        }
        for (var name : sent.propertyNames()) {
            if (!members.members().containsKey(name)) {
                return Optional.of(where + " has no member " + name);
            }
        }
        for (var member : members.members().entrySet()) {
            var value = sent.get(member.getKey());
            if (value == null && !member.getValue().optional()) {
                return Optional.of(where + " lacks the member " + member.getKey());
            }
            var difference = value == null
                    ? Optional.<String>empty()
                    : json(where + "/" + member.getKey(), member.getValue(), value);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Template template, String value) {
        return Pattern.compile(pattern(template, ".+", ".+"), Pattern.DOTALL)
                .matcher(value)
                .matches();
    }

    private static String pattern(Template template, String hole, String secret) {
        var pattern = new StringBuilder();
        for (var part : template.parts()) {
            pattern.append(
                    switch (part) {
                        case Template.Words words -> Pattern.quote(words.text());
                        case Template.Hole slot ->
                            slot.expression().alternatives().stream()
                                            .flatMap(alternative -> alternative.converters().stream())
                                            .anyMatch(converter ->
                                                    converter.name().equals("path"))
                                    ? ".+"
                                    : hole;
                        case Template.Secret _ -> secret;
                    });
        }
        return pattern.toString();
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return encoded;
        }
    }
}
