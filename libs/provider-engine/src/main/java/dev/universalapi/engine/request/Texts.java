package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.shape.Alphabet;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the texts of requests, and keeps their secrets to those of the provider.
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final String QUOTE = "\"";

    private final Mistakes mistakes;
    private final Vocabulary words;
    private final String prefix;

    /// For a provider and the words of one of its operations.
    public Texts(Mistakes mistakes, Vocabulary words, String provider) {
        this.mistakes = mistakes;
        this.words = words.forRequests();
        this.prefix = provider.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// A text with holes and secrets.
    Optional<Template> holed(Yaml where) {
        var template = mistakes.read(where, text -> Expressions.template(text, words));
        template.ifPresent(read -> {
            check(read, where);
            if (endsQuotes(read)) {
                LOG.atWarn()
                        .addKeyValue("file", mistakes.file())
                        .addKeyValue("line", where.line())
                        .log("A hole stands in quotes without `words`: a quote in its value would end them");
            }
        });
        return template;
    }

    /// A text with secrets only.
    Optional<Template> fixed(Yaml where) {
        var template = mistakes.read(where, Expressions::secret);
        template.ifPresent(read -> {
            check(read, where);
            if (where.text().chars().anyMatch(letter -> letter < ' ' || letter == 0x7f)) {
                mistakes.add(where.line(), "the text holds a line break", "write one line");
            }
        });
        return template;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Vocabulary words() {
        return words;
    }

    boolean owns(String secret) {
        return secret.equals(prefix) || secret.startsWith(prefix + "_");
    }

    String prefix() {
        return prefix;
    }

    private void check(Template template, Yaml where) {
        for (var secret : template.secrets()) {
            if (!owns(secret.name())) {
                mistakes.add(
                        where.line(),
                        "`$" + secret.name() + "` is not this provider's",
                        "begin the name with " + prefix + "_");
            }
        }
    }

    /// Whether a hole stands in quotes whose value may hold one.
    static boolean endsQuotes(Template template) {
        var parts = template.parts();
        for (int i = 1; i + 1 < parts.size(); i++) {
            if (parts.get(i) instanceof Template.Hole hole
                    && parts.get(i - 1) instanceof Template.Words before
                    && before.text().endsWith(QUOTE)
                    && mayQuote(hole.expression())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayQuote(Expression expression) {
        return expression.alternatives().stream()
                .filter(alternative -> alternative.converters().stream()
                        .noneMatch(converter -> converter.name().equals("words") || converter.encodes()))
                .anyMatch(alternative -> switch (alternative.source()) {
                    case Expression.Asked(var component) ->
                        mayQuote(component.shape(), component.declared().getAnnotation(Matches.class));
                    case Expression.Text _ -> false;
                    case Expression.None _ -> false;
                    case Expression.Told _, Expression.Place _, Expression.Key _, Expression.Header _ -> true;
                });
    }

    private static boolean mayQuote(Shape shape, @Nullable Matches form) {
        return switch (shape) {
            case Shape.One(var scalar) ->
                scalar == Scalar.TEXT && (form == null || Alphabet.lets(form.value(), QUOTE.charAt(0)));
            case Shape.Choice _ -> false;
            case Shape.ListOf(var element) -> mayQuote(element, null);
            case Shape.MapOf _, Shape.RecordOf _ -> true;
        };
    }
}
