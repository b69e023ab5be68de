package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the call of an operation: `get` or `post`, `query`, `form` and `json`.
public final class CallReader {
    private static final Pattern LITERAL = Pattern.compile("(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*+");

    private final Yaml.Entries operation;
    private final Texts texts;
    private final Mistakes mistakes;

    public CallReader(Yaml.Entries operation, Texts texts) {
        this.operation = operation;
        this.texts = texts;
        this.mistakes = texts.mistakes();
    }

    /// The call; empty where the answer needs none, and where there are mistakes.
    public Optional<Call> read(Call.Access common) {
        var get = operation.find("get");
        var post = operation.find("post");
        if (get.isPresent() && post.isPresent()) {
            mistakes.add(operation.line("post"), "there is `get` and `post`", "keep one");
        }
        var where = get.or(() -> post);
        if (where.isEmpty()) {
            for (var word : List.of("query", "form", "json", "reads")) {
                if (operation.find(word).isPresent()) {
                    mistakes.add(
                            operation.line(word),
                            "`" + word + "` needs a call",
                            "write `get` or `post`, or leave it out");
                }
            }
            return Optional.empty();
        }
        for (var word : List.of("form", "json")) {
            if (get.isPresent() && operation.find(word).isPresent()) {
                mistakes.add(operation.line(word), "`" + word + "` cannot go with `get`", "write `post`");
            }
        }
        if (operation.find("form").isPresent() && operation.find("json").isPresent()) {
            mistakes.add(operation.line("form"), "there is `form` and `json`", "keep one");
        }
        var query = entries("query");
        var form = entries("form");
        var json = operation.find("json").map(this::payload);
        var call = path(where.get()).map(path -> new Call(common, get.isEmpty(), path, query, form, json));
        call.filter(read -> common.base().scheme().equals("http")
                        && !common.secrets().containsAll(read.secrets()))
                .ifPresent(_ -> mistakes.add(
                        operation.line(), AccessReader.UNENCRYPTED, "write https:// in `base`, or leave the key out"));
        return call;
    }

    private Optional<Template> path(Yaml where) {
        var text = where.text();
        if (!text.isEmpty() && !text.startsWith("/")) {
            mistakes.add(where.line(), "the path `" + text + "` does not begin with `/`", "write `/" + text + "`");
        }
        var path = texts.holed(where);
        path.ifPresent(template -> {
            for (var part : template.parts()) {
                if (part instanceof Template.Words words
                        && !LITERAL.matcher(words.text()).matches()) {
                    mistakes.add(
                            where.line(),
                            "the path holds what does not belong there",
                            "write parameters under `query`, and percent-encode the rest");
                }
            }
            if (template.holes().stream().anyMatch(Expression::mayBeMissing)) {
                mistakes.add(where.line(), "a hole in the path may be missing", "end it with ` or =…`");
            }
            if (template.secrets().stream().anyMatch(Template.Secret::optional)) {
                mistakes.add(where.line(), "a secret in the path may be missing", "leave ` or none` out");
            }
            for (var segment : text.split("/", -1)) {
                if (segment.equals(".") || segment.equals("..")) {
                    mistakes.add(where.line(), "the path holds `" + segment + "`", "write where it leads");
                }
            }
        });
        return path;
    }

    private List<Entry> entries(String word) {
        var entries = new ArrayList<Entry>();
        operation
                .entries(word)
                .values()
                .forEach((name, value) ->
                        texts.holed(value).ifPresent(template -> entries.add(new Entry(name, template))));
        return List.copyOf(entries);
    }

    private Payload payload(Yaml where) {
        return switch (where) {
            case Yaml.Word word
            when word.kind() == Yaml.Kind.TEXT ->
                texts.holed(word)
                        .<Payload>map(template -> template.constant() != null
                                        && template.secrets().isEmpty()
                                ? new Payload.Fixed(word.json())
                                : new Payload.Text(template))
                        .orElseGet(() -> new Payload.Fixed(word.json()));
            case Yaml.Word word -> new Payload.Fixed(word.json());
            case Yaml.Items list ->
                new Payload.Items(list.items().stream().map(this::payload).toList());
            case Yaml.Entries entries -> {
                Map<String, Payload> members = new LinkedHashMap<>();
                entries.values().forEach((name, value) -> members.put(name, payload(value)));
                yield new Payload.Members(members);
            }
        };
    }
}
