package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Table;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.MistakeException;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `refuse`.
public final class RefusalReader {
    private static final List<Outcome> ALLOWED = List.of(
            Outcome.INVALID_INPUT,
            Outcome.NOT_FOUND,
            Outcome.EMPTY,
            Outcome.DEAD_KEY,
            Outcome.RATE_LIMITED,
            Outcome.QUOTA_SPENT,
            Outcome.UNAVAILABLE,
            Outcome.BLOCKED);
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
    private static final Pattern VALUE = Pattern.compile("\\G\\s*+(?:\"([^\"]*)\"|([^,\"]++))\\s*+(?:,|$)");

    private final Vocabulary words;
    private final Mistakes mistakes;
    private final Shape.RecordOf answer;

    public RefusalReader(Vocabulary words, Mistakes mistakes, Shape.RecordOf answer) {
        this.words = words;
        this.mistakes = mistakes;
        this.answer = answer;
    }

    /// The rules under `refuse`, in the order written.
    public List<Refusal> read(Yaml.Entries holder) {
        var rules = new ArrayList<Refusal>();
        for (var rule : holder.find("refuse").map(Yaml::items).orElse(List.of())) {
            if (rule instanceof Yaml.Entries entries) {
                rule(entries).ifPresent(rules::add);
            }
        }
        return List.copyOf(rules);
    }

    private Optional<Refusal> rule(Yaml.Entries rule) {
        var outcome = rule.find("as").flatMap(this::outcome);
        var condition = rule.find("when").flatMap(when -> mistakes.read(when, this::condition));
        var message =
                rule.find("message").flatMap(where -> mistakes.read(where, text -> Expressions.parse(text, words)));
        return condition.flatMap(when -> outcome.map(as -> new Refusal(when, as, message)));
    }

    private Optional<Outcome> outcome(Yaml where) {
        var found = ALLOWED.stream()
                .filter(outcome -> outcome.label().equals(where.text()))
                .findFirst();
        if (found.isEmpty()) {
            mistakes.add(
                    where.line(),
                    "`" + where.text() + "` is no outcome of `as`",
                    "use one of "
                            + String.join(
                                    ", ", ALLOWED.stream().map(Outcome::label).toList()));
        }
        if (found.filter(Outcome.EMPTY::equals).isPresent()) {
            answer.components().stream()
                    .filter(component -> !component.optional() && !component.plural())
                    .map(Component::name)
                    .findFirst()
                    .ifPresent(name -> mistakes.add(
                            where.line(), "an answer cannot be empty: `" + name + "` is required", "use not-found"));
        }
        return found;
    }

    private Condition condition(String text) throws MistakeException {
        if (STATUS.matcher(text).matches()) {
            return new Condition.Status(Integer.parseInt(text));
        }
        if (text.startsWith("no /")) {
            return new Condition.NotThere(address(text.substring("no ".length())));
        }
        var equals = text.indexOf(" = ");
        if (text.startsWith("/") && equals > 0) {
            return new Condition.Equal(address(text.substring(0, equals)), values(text.substring(equals + 3)));
        }
        if (text.startsWith("/")) {
            return new Condition.There(address(text));
        }
        throw new MistakeException("`" + text + "` is no condition", "write a status, `/a`, `no /a`, or `/a = x, y`");
    }

    private Address address(String text) throws MistakeException {
        return Expressions.address(text.strip(), words);
    }

    private static Set<String> values(String text) throws MistakeException {
        var values = new LinkedHashSet<String>();
        var value = VALUE.matcher(text);
        var end = 0;
        while (end < text.length() && value.find() && value.start() == end) {
            values.add(Table.plain(
                    value.group(1) != null ? value.group(1) : value.group(2).strip()));
            end = value.end();
        }
        if (end < text.length() || values.isEmpty()) {
            throw new MistakeException(
                    "`" + text + "` is no list of values", "write x, y, and quote one with a comma: \"x, y\"");
        }
        return values;
    }
}
