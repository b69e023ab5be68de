package dev.universalapi.auth.audit;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which events are wanted.
///
/// @param organisation whose; null for the caller's own
/// @param conditions what must hold, as SQL with a value each
/// @param limit how many at most
/// @param before the sequence number to go on below; null at the beginning
record Question(
        @Nullable String organisation,
        Map<String, String> conditions,
        int limit,
        @Nullable Long before) {
    static final int MOST = 1_000;

    private static final int USUAL = 100;
    private static final int LONGEST = 200;
    private static final String ORGANISATION = "organisation";
    private static final Map<String, String> CONDITIONS = Map.of(
            "actor", "actor = ?",
            "action", "action = ?",
            "target", "target = ?",
            "from", "at >= ?",
            "to", "at < ?");

    /// Reads `actor`, `action`, `target`, `from`, `to` (RFC 3339, or a day), `limit`, `cursor`, `organisation`.
    ///
    /// @throws ProblemException with all that is wrong
    static Question read(Map<String, List<String>> sent) {
        return new Reader(sent).question();
    }

    private static final class Reader {
        private final Map<String, List<String>> sent;
        private final List<Mistake> mistakes = new ArrayList<>();

        Reader(Map<String, List<String>> sent) {
            this.sent = sent;
        }

        Question question() {
            refuseOthers();
            var conditions = new LinkedHashMap<String, String>();
            CONDITIONS.forEach((name, condition) ->
                    one(name).flatMap(text -> value(name, text)).ifPresent(value -> conditions.put(condition, value)));
            var question = new Question(
                    one(ORGANISATION).orElse(null),
                    conditions,
                    one("limit").map(text -> (int) number("limit", text, MOST)).orElse(USUAL),
                    one("cursor")
                            .map(text -> number("cursor", text, Long.MAX_VALUE))
                            .orElse(null));
            if (!mistakes.isEmpty()) {
                throw new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; ")),
                        mistakes);
            }
            return question;
        }

        private void refuseOthers() {
            var known = new TreeSet<>(CONDITIONS.keySet());
            known.addAll(List.of("cursor", "limit", ORGANISATION));
            sent.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> wrong(
                            name, "there is no parameter %s; there are %s".formatted(name, String.join(", ", known))));
        }

        private Optional<String> one(String name) {
            var values = sent.getOrDefault(name, List.of());
            if (values.size() > 1) {
                wrong(name, name + " must be given once");
            }
            return values.stream().findFirst().filter(value -> isPlain(name, value));
        }

        private boolean isPlain(String name, String value) {
            var plain = !value.isEmpty() && value.length() <= LONGEST && value.indexOf('\0') < 0;
            if (!plain) {
                wrong(name, name + " must be 1 to " + LONGEST + " characters");
            }
            return plain;
        }

        private Optional<String> value(String name, String text) {
            if (!name.equals("from") && !name.equals("to")) {
                return Optional.of(text);
            }
            try {
                var day = text.length() == "2026-01-31".length();
                return Optional.of(Entry.MOMENT.format(Instant.parse(day ? text + "T00:00:00Z" : text)));
            } catch (DateTimeParseException _) {
                wrong(name, name + " must be a time as in 2026-01-31T12:00:00Z, or a day as in 2026-01-31");
                return Optional.empty();
            }
        }

        private long number(String name, String text, long most) {
            try {
                var number = Long.parseLong(text);
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // told below
            }
            wrong(
                    name,
                    name.equals("cursor")
                            ? "cursor must be meta.next of a page of the same question"
                            : name + " must be a number from 1 to " + most);
            return 1;
        }

        private void wrong(String name, String detail) {
            mistakes.add(new Mistake(name, "query", detail));
        }
    }
}
