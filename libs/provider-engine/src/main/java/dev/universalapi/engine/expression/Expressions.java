package dev.universalapi.engine.expression;

import dev.universalapi.engine.yaml.MistakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads expressions and texts with holes.
public final class Expressions {
    private static final int MOST_ALTERNATIVES = 8;
    private static final int MOST_CONVERTERS = 6;
    private static final int LONGEST_ARGUMENT = 100;
    private static final String HEADER = "header:";
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
    private static final Pattern SECRET = Pattern.compile("\\$([A-Z][A-Z0-9_]*)(?: or ([^\\s{}$]+))?");

    private Expressions() {}

    /// Where an expression stands.
    private enum Place {
        TOP,
        HOLE,
        ADDRESS
    }

    /// An expression of an answer.
    public static Expression parse(String text, Vocabulary words) throws MistakeException {
        if (SECRET.matcher(text).find()) {
            throw new MistakeException("a secret may not stand in an answer", "leave it out");
        }
        return parse(text, words, Place.TOP);
    }

    /// A text of a request.
    public static Template template(String text, Vocabulary words) throws MistakeException {
        return template(text, words, Place.HOLE, true);
    }

    /// An address alone, as in `each` and `when`.
    public static Address address(String text, Vocabulary words) throws MistakeException {
        return new AddressParser(text, words).parse();
    }

    /// A text with secrets and no holes.
    public static Template secret(String text) throws MistakeException {
        var parts = new ArrayList<Template.Part>();
        secrets(text, parts);
        return new Template(text, parts);
    }

    /// A name or value within an address.
    static Template inAddress(String text, Vocabulary words) throws MistakeException {
        return template(text, words, Place.ADDRESS, false);
    }

    private static Expression parse(String text, Vocabulary words, Place place) throws MistakeException {
        var alternatives = new ArrayList<Expression.Alternative>();
        for (var part : Scanner.split(text, " or ")) {
            alternatives.add(alternative(part, words, place));
        }
        if (alternatives.size() > MOST_ALTERNATIVES) {
            throw new MistakeException("there are more than 8 alternatives", "keep the ones that occur");
        }
        var first = alternatives.subList(0, alternatives.size() - 1);
        if (first.stream().anyMatch(alternative -> alternative.source() instanceof Expression.None)) {
            throw new MistakeException("nothing comes behind `none`", "write ` or none` last");
        }
        return new Expression(text.strip(), alternatives);
    }

    private static Expression.Alternative alternative(String text, Vocabulary words, Place place)
            throws MistakeException {
        var parts = Scanner.split(text, " | ");
        var converters = new ArrayList<Converter>();
        for (var part : parts.subList(1, parts.size())) {
            converters.add(converter(part.strip(), words));
        }
        if (converters.size() > MOST_CONVERTERS) {
            throw new MistakeException("there are more than 6 converters", "one step less");
        }
        var source = source(parts.getFirst().strip(), words, place);
        if (source instanceof Expression.None && !converters.isEmpty()) {
            throw new MistakeException("`none` is not converted", "write ` or none` last");
        }
        check(converters);
        if (asks(source)
                && converters.stream().anyMatch(converter -> converter.name().equals("plain"))) {
            throw new MistakeException("`plain` would change what a user wrote", "leave it out");
        }
        return new Expression.Alternative(source, List.copyOf(converters));
    }

    private static boolean asks(Expression.Source source) {
        return switch (source) {
            case Expression.Asked _ -> true;
            case Expression.Text text ->
                text.template().holes().stream().anyMatch(hole -> hole.anySource(Expression.Asked.class::isInstance));
            case Expression.Place _, Expression.Key _, Expression.Header _, Expression.None _, Expression.Told _ ->
                false;
        };
    }

    private static void check(List<Converter> converters) throws MistakeException {
        for (int i = 1; i < converters.size(); i++) {
            if (converters.get(i).name().equals("zone") && converters.get(i - 1).kind() == Converter.Kind.INSTANT) {
                throw new MistakeException(
                        "`" + converters.get(i - 1).name() + "` gives a moment, which has no zone", "leave `zone` out");
            }
        }
    }

    private static Converter converter(String text, Vocabulary words) throws MistakeException {
        var colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        return Converters.of(name, colon < 0 ? null : argument(text.substring(colon + 1)), words);
    }

    private static String argument(String text) throws MistakeException {
        if (text.length() > LONGEST_ARGUMENT) {
            throw new MistakeException("an argument is longer than 100 characters", "write a shorter one");
        }
        if (text.startsWith("\"")) {
            if (text.length() < 2 || text.indexOf('"', 1) != text.length() - 1) {
                throw new MistakeException("`" + text + "` has no end", "write \"…\"");
            }
            return text.substring(1, text.length() - 1);
        }
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new MistakeException("`" + text + "` is no argument", "write one word, or quote it: \"…\"");
        }
        return text;
    }

    private static Expression.Source source(String text, Vocabulary words, Place place) throws MistakeException {
        var body = place != Place.ADDRESS && !words.request();
        if (text.startsWith("/") && body) {
            return new Expression.Place(new AddressParser(text, words).parse());
        }
        if (text.equals("key") && !words.request()) {
            return new Expression.Key();
        }
        if (text.startsWith(HEADER) && body) {
            var name = text.substring(HEADER.length());
            if (!HEADER_NAME.matcher(name).matches()) {
                throw new MistakeException("`" + text + "` names no header", "write one such as `header:X-Total`");
            }
            return new Expression.Header(name.toLowerCase(Locale.ROOT));
        }
        if (text.startsWith("/") || text.equals("key") || text.startsWith(HEADER)) {
            throw new MistakeException("`" + text + "` cannot stand here", "use a name of the query");
        }
        if (text.equals("none") && place != Place.ADDRESS) {
            return new Expression.None();
        }
        if (text.startsWith("=") && place != Place.ADDRESS) {
            return new Expression.Text(Template.of(text.substring(1)));
        }
        if (place != Place.TOP && NAME.matcher(text).matches()) {
            return words.named(text);
        }
        if (place == Place.TOP) {
            var template = template(text, words, Place.HOLE, false);
            if (!template.holes().isEmpty()) {
                return new Expression.Text(template);
            }
        }
        throw new MistakeException(
                "`" + text + "` is no source",
                "begin an address with `/` and a fixed text with `=`, or put a hole into it");
    }

    private static Template template(String text, Vocabulary words, Place place, boolean secrets)
            throws MistakeException {
        var parts = new ArrayList<Template.Part>();
        var from = 0;
        for (var hole = Scanner.hole(text, 0); hole.isPresent(); hole = Scanner.hole(text, from)) {
            var found = hole.get();
            words(text.substring(from, found.start()), secrets, parts);
            parts.add(new Template.Hole(parse(found.inside(), words, place)));
            from = found.end();
        }
        words(text.substring(from), secrets, parts);
        return new Template(text, parts);
    }

    private static void words(String text, boolean secrets, List<Template.Part> parts) {
        if (secrets) {
            secrets(text, parts);
        } else if (!text.isEmpty()) {
            parts.add(new Template.Words(text));
        }
    }

    private static void secrets(String text, List<Template.Part> parts) {
        var from = 0;
        var secret = SECRET.matcher(text);
        while (secret.find()) {
            if (secret.start() > from) {
                parts.add(new Template.Words(text.substring(from, secret.start())));
            }
            var other = Optional.ofNullable(secret.group(2));
            var optional = other.filter("none"::equals).isPresent();
            parts.add(new Template.Secret(secret.group(1), optional ? Optional.empty() : other, optional));
            from = secret.end();
        }
        if (from < text.length()) {
            parts.add(new Template.Words(text.substring(from)));
        }
    }
}
