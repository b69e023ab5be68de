package dev.universalapi.engine.expression;

import dev.universalapi.engine.body.Base64Text;
import dev.universalapi.engine.body.Budget;
import dev.universalapi.engine.expression.Converter.Kind;
import dev.universalapi.engine.shape.Addresses;
import dev.universalapi.engine.shape.DatePattern;
import dev.universalapi.engine.shape.NumberWords;
import dev.universalapi.engine.shape.Numbers;
import dev.universalapi.engine.shape.PlainText;
import dev.universalapi.engine.shape.Times;
import dev.universalapi.engine.shape.Written;
import dev.universalapi.engine.yaml.MistakeException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The 18 converters by name.
final class Converters {
    static final String NAMES =
            "number, scale, epoch-s, epoch-ms, date, zone, table, plain, split, join, upper, lower, last-part, "
                    + "none, url, path, words or base64";
    private static final List<String> WITH_ARGUMENT =
            List.of("scale", "date", "zone", "table", "split", "join", "none");
    private static final int MOST_PARTS = 5_000;
    private static final BigDecimal LATEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private Converters() {}

    static Converter of(String name, @Nullable String argument, Vocabulary words) throws MistakeException {
        if (WITH_ARGUMENT.contains(name)) {
            if (argument == null) {
                throw new MistakeException("`" + name + "` needs an argument", "write `" + name + ":…`");
            }
            return withArgument(name, argument, words);
        }
        var converter = plain(name);
        if (argument != null) {
            throw new MistakeException("`" + name + "` takes no argument", "write `" + name + "` alone");
        }
        return converter;
    }

    private static Converter plain(String name) throws MistakeException {
        return switch (name) {
            case "number" ->
                Converter.of(
                        name, Kind.NUMBER, (value, _) -> value instanceof String text ? inWords(text) : number(value));
            case "epoch-s" -> Converter.of(name, Kind.INSTANT, (value, _) -> epoch(value, 0));
            case "epoch-ms" -> Converter.of(name, Kind.INSTANT, (value, _) -> epoch(value, 3));
            case "plain" -> Converter.of(name, Kind.TEXT, (value, _) -> withoutTags(Written.text(value)));
            case "upper" -> text(name, text -> text.toUpperCase(Locale.ROOT));
            case "lower" -> text(name, text -> text.toLowerCase(Locale.ROOT));
            case "last-part" -> text(name, Converters::lastPart);
            case "url" -> text(name, Addresses::encode);
            case "path" -> Converter.of(name, Kind.TEXT, (value, _) -> path(Written.text(value)));
            case "base64" -> Converter.of(name, Kind.TEXT, (value, _) -> base64(Written.text(value)));
            case "words" -> text(name, Converters::words);
            default -> throw new MistakeException("there is no converter `" + name + "`", "use " + NAMES);
        };
    }

    private static Converter withArgument(String name, String argument, Vocabulary words) throws MistakeException {
        return switch (name) {
            case "scale" -> {
                var factor = Numbers.exact(argument);
                if (factor == null) {
                    throw new MistakeException(
                            "`" + argument + "` is no factor", "write a number, as in `scale:0.001`");
                }
                yield Converter.of(
                        name,
                        Kind.NUMBER,
                        (value, _) -> number(value) instanceof Found.Value(BigDecimal number)
                                ? new Found.Value(number.multiply(factor))
                                : number(value));
            }
            case "date" -> {
                var pattern = pattern(argument);
                yield Converter.of(
                        name, pattern.hasOffset() ? Kind.INSTANT : Kind.LOCAL, (value, _) -> date(value, pattern));
            }
            case "zone" -> zone(argument, words);
            case "table" -> table(argument, words);
            case "split" -> {
                if (argument.isEmpty()) {
                    throw new MistakeException("`split` parts at nothing", "write what stands between the parts");
                }
                yield Converter.of(name, Kind.LIST, (value, _) -> split(Written.text(value), argument));
            }
            case "join" -> Converter.of(name, Kind.TEXT, (value, scope) -> join(value, argument, scope));
            case "none" ->
                Converter.of(
                        name,
                        Kind.TEXT,
                        (value, _) -> Written.text(value).equals(argument) ? Found.BLANK : new Found.Value(value));
            default -> throw new IllegalStateException(name);
        };
    }

    private static Converter text(String name, UnaryOperator<String> change) {
        return Converter.of(name, Kind.TEXT, (value, _) -> Values.text(change.apply(Written.text(value))));
    }

    private static Found number(Object value) {
        var number = Numbers.exact(value);
        return number == null ? new Found.Unreadable(Found.show(value) + " is no number") : new Found.Value(number);
    }

    private static Found inWords(String text) {
        var number = NumberWords.read(text);
        return number == null
                ? new Found.Unreadable(Found.show(text) + " does not hold one number")
                : new Found.Value(number);
    }

    private static DatePattern pattern(String argument) throws MistakeException {
        try {
            return DatePattern.of(argument);
        } catch (IllegalArgumentException e) {
            throw new MistakeException(
                    "`" + argument + "` is no date pattern", "use y M d H m s S E X, and other letters within '…'");
        }
    }

    private static Found date(Object value, DatePattern pattern) {
        var converted = pattern.convert(value);
        return converted == null
                ? new Found.Unreadable(Found.show(value) + " does not fit the date pattern " + pattern)
                : Values.of(converted);
    }

    private static Found epoch(Object value, int digits) {
        if (value instanceof Instant moment) {
            return new Found.Value(digits == 0 ? (Object) moment.getEpochSecond() : (Object) moment.toEpochMilli());
        }
        if (value instanceof LocalDate day) {
            return epoch(day.atStartOfDay(ZoneOffset.UTC).toInstant(), digits);
        }
        if (value instanceof Integer || value instanceof Long) {
            var whole = ((Number) value).longValue();
            if (digits > 0) {
                return new Found.Value(Instant.ofEpochMilli(whole));
            }
            if (whole >= -LATEST.longValue() && whole <= LATEST.longValue()) {
                return new Found.Value(Instant.ofEpochSecond(whole));
            }
        }
        var number = Numbers.exact(value);
        if (number == null) {
            return new Found.Unreadable(Found.show(value) + " is no number of seconds");
        }
        var seconds = number.movePointLeft(digits);
        if (seconds.abs().compareTo(LATEST) > 0) {
            return new Found.Unreadable(Found.show(value) + " is no moment");
        }
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        return new Found.Value(Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValue()));
    }

    private static Converter zone(String argument, Vocabulary words) throws MistakeException {
        if (argument.startsWith("/")) {
            var address = new AddressParser(argument, words).parse();
            return new Converter(
                    "zone", (value, scope) -> zoned(value, address.find(scope), scope), Kind.INSTANT, address, null);
        }
        var zone = zone(argument)
                .orElseThrow(() -> new MistakeException(
                        "there is no time zone `" + argument + "`",
                        "write one such as Europe/Paris, or the address of one"));
        return Converter.of("zone", Kind.INSTANT, (value, _) -> zoned(value, zone));
    }

    private static Found zoned(Object value, Found name, Scope scope) {
        if (name instanceof Found.Value(var there)
                && Values.single(there, scope.whole().markup()) instanceof Found.Value(String text)) {
            return zone(text.strip())
                    .map(zone -> zoned(value, zone))
                    .orElseGet(() -> new Found.Unreadable("there is no time zone " + Found.show(text)));
        }
        return new Found.Unreadable("the time zone of " + Found.show(value) + " is missing");
    }

    private static Found zoned(Object value, ZoneId zone) {
        LocalDateTime local = Times.local(value);
        return local == null
                ? new Found.Unreadable(Found.show(value) + " is no local time")
                : new Found.Value(local.atZone(zone).toInstant());
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Converter table(String name, Vocabulary words) throws MistakeException {
        var table = words.table(name);
        return new Converter(
                "table",
                (value, _) -> words.request() ? table.toTheirs(value) : table.toOurs(value),
                Kind.LISTED,
                null,
                table);
    }

    private static Found split(String text, String separator) {
        var parts = new ArrayList<String>();
        for (int from = 0; from <= text.length(); ) {
            var to = text.indexOf(separator, from);
            var part = text.substring(from, to < 0 ? text.length() : to).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            if (parts.size() > MOST_PARTS) {
                return new Found.Unreadable("a text has more than 5,000 parts");
            }
            from = to < 0 ? text.length() + 1 : to + separator.length();
        }
        return new Found.Value(List.copyOf(parts));
    }

    private static Found join(Object value, String separator, Scope scope) {
        var joined = new StringBuilder();
        var texts = Values.each(value, one -> Values.simple(one, scope.whole().markup()));
        if (!(texts instanceof Found.Value(var list))) {
            return texts;
        }
        for (var text : Values.elements(list)) {
            joined.append(joined.isEmpty() ? "" : separator).append(Written.text(text));
            if (!Budget.fits(joined.length())) {
                return new Found.Unreadable(Budget.BEYOND);
            }
        }
        return Values.text(joined.toString());
    }

    private static Found withoutTags(String text) {
        return PlainText.of(text)
                .map(Values::text)
                .orElseGet(() -> new Found.Unreadable("HTML of more than " + PlainText.LONGEST + " characters"));
    }

    private static Found base64(String text) {
        return Base64Text.read(text)
                .map(Values::text)
                .orElseGet(() -> new Found.Unreadable(Found.show(text) + " is no text in Base64"));
    }

    private static String lastPart(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '/' || text.charAt(end - 1) == '#')) {
            end--;
        }
        var start = Math.max(text.lastIndexOf('/', end - 1), text.lastIndexOf('#', end - 1)) + 1;
        return text.substring(start, end);
    }

    private static Found path(String text) {
        var encoded = new ArrayList<String>();
        for (var part : text.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return new Found.Unreadable(Found.show(text) + " has a part that is empty, `.` or `..`");
            }
            encoded.add(Addresses.encode(part));
        }
        return new Found.Value(String.join("/", encoded));
    }

    private static String words(String text) {
        var words = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isLetterOrDigit(letter) || "_.-".indexOf(letter) >= 0 ? letter : ' ')
                .forEach(words::appendCodePoint);
        return PlainText.collapsed(words.toString());
    }
}
