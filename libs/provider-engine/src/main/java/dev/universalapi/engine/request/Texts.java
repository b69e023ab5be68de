package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the texts of requests, and keeps their secrets to those of the provider.
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

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
            warn(read, where);
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

    private void warn(Template template, Yaml where) {
        var parts = template.parts();
        for (int i = 1; i + 1 < parts.size(); i++) {
            if (parts.get(i) instanceof Template.Hole hole
                    && parts.get(i - 1) instanceof Template.Words before
                    && before.text().endsWith("\"")
                    && hole.expression().last().converters().stream()
                            .noneMatch(c -> c.name().equals("words"))) {
                LOG.atWarn()
                        .addKeyValue("file", mistakes.file())
                        .addKeyValue("line", where.line())
                        .log("A hole stands in quotes without `words`: a quote in its value would end them");
            }
        }
    }
}
