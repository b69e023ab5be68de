package dev.universalapi.analytics.report.question;

import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a question out of the parameters of an address: the same ones for every report.
///
/// `by` (at most two, parted by commas), `from`, `to` (RFC 3339, or a day), `bucket` (`minute`, `hour`, `day`),
/// `limit`, `cursor`, `cached`, and a value for each dimension.
public final class QuestionReader {
    static final int MOST = 1_000;
    static final int USUAL = 100;

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_BY = 2;
    private static final Duration USUAL_TIME = Duration.ofDays(1);
    private static final Set<String> FOR_REPORTS =
            withDimensions("by", "from", "to", "bucket", "limit", "cursor", "cached", "format");
    private static final Set<String> FOR_REQUESTS = withDimensions("from", "to", "limit", "cursor", "cached");
    private static final String DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::label).collect(Collectors.joining(", "));

    private final Map<String, List<String>> sent;
    private final Partitions partitions;
    private final List<Mistake> mistakes = new ArrayList<>();

    private QuestionReader(Map<String, List<String>> sent, Partitions partitions) {
        this.sent = sent;
        this.partitions = partitions;
    }

    /// @param usual what is grouped by where nothing is said
    /// @throws ProblemException with all that is wrong
    public static Question read(
            Map<String, List<String>> sent, List<Dimension> usual, Partitions partitions, InstantSource clock) {
        return new QuestionReader(sent, partitions).read(usual, clock.instant());
    }

    /// Of one request after the other, the latest first: nothing is grouped, and `cursor` is a time and an event.
    ///
    /// @throws ProblemException with all that is wrong
    public static Question readRequests(Map<String, List<String>> sent, Partitions partitions, InstantSource clock) {
        return new QuestionReader(sent, partitions).readRequests(clock.instant());
    }

    private static Set<String> withDimensions(String... names) {
        return Stream.concat(Arrays.stream(Dimension.values()).map(Dimension::label), Stream.of(names))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Question readRequests(Instant now) {
        refuseOthers(FOR_REQUESTS);
        var to = one("to").flatMap(text -> moment("to", text)).orElse(now.plus(USUAL_TIME));
        var from = one("from").flatMap(text -> moment("from", text)).orElse(now.minus(USUAL_TIME));
        check(from, to, null);
        return checked(new Question(
                List.of(),
                only(),
                one("cached").flatMap(this::truth).orElse(null),
                from,
                to,
                null,
                one("limit").map(this::limit).orElse(USUAL),
                one("cursor").flatMap(text -> position(text, 1, true)).orElse(null)));
    }

    private Question checked(Question question) {
        if (!mistakes.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; ")),
                    mistakes);
        }
        return question;
    }

    private void refuseOthers(Set<String> known) {
        sent.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
            var all = known.stream().sorted().collect(Collectors.joining(", "));
            wrong(name, "there is no parameter %s; there are %s".formatted(name, all));
        });
    }

    private Question read(List<Dimension> usual, Instant now) {
        refuseOthers(FOR_REPORTS);
        var bucket = one("bucket").flatMap(this::bucket).orElse(null);
        var wantedTo = one("to").flatMap(text -> moment("to", text)).orElse(now);
        var wantedFrom = one("from").flatMap(text -> moment("from", text)).orElse(wantedTo.minus(USUAL_TIME));
        check(wantedFrom, wantedTo, bucket);
        var grain = bucket == null ? finest(wantedFrom) : bucket;
        var from = grain.floor(wantedFrom);
        var to = grain.ceiling(wantedTo);
        var by = one("by").map(this::by).orElse(usual);
        return checked(new Question(
                by,
                only(),
                one("cached").flatMap(this::truth).orElse(null),
                from,
                to,
                bucket,
                one("limit").map(this::limit).orElse(USUAL),
                one("cursor")
                        .flatMap(text -> position(text, by.size(), bucket != null))
                        .orElse(null)));
    }

    private Optional<String> one(String name) {
        var values = sent.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(name, name + " must be given once");
        }
        return values.stream().findFirst();
    }

    private void wrong(String name, String detail) {
        mistakes.add(new Mistake(name, "query", detail));
    }

    private List<Dimension> by(String text) {
        var by = text.isEmpty()
                ? List.<Dimension>of()
                : Stream.of(text.split(",", -1))
                        .map(Dimension::find)
                        .map(found -> found.orElse(null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var names = text.isEmpty() ? 0 : text.split(",", -1).length;
        if (names > MOST_BY || by.size() != names) {
            wrong("by", "by must be at most two different ones of " + DIMENSIONS + ", parted by a comma");
            return List.of();
        }
        return by;
    }

    private Map<Dimension, String> only() {
        var only = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            one(dimension.label()).ifPresent(value -> {
                if (value.isEmpty() || value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
                    wrong(dimension.label(), dimension.label() + " must be 1 to " + LONGEST_VALUE + " characters");
                } else {
                    only.put(dimension, value);
                }
            });
        }
        return only;
    }

    private Optional<Grain> bucket(String text) {
        var found = Arrays.stream(Grain.values())
                .filter(grain -> grain.label().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            wrong("bucket", "bucket must be minute, hour or day");
        }
        return found;
    }

    private Optional<Instant> moment(String name, String text) {
        try {
            return Optional.of(
                    text.length() == "2026-01-31".length() ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text));
        } catch (DateTimeParseException _) {
            wrong(name, name + " must be a time as in 2026-01-31T12:00:00Z, or a day as in 2026-01-31");
            return Optional.empty();
        }
    }

    private void check(Instant from, Instant to, @Nullable Grain bucket) {
        if (from.isBefore(Instant.EPOCH) || to.isAfter(Instant.EPOCH.plus(100_000, ChronoUnit.DAYS))) {
            wrong("from", "from and to must be of our time");
            return;
        }
        if (!from.isBefore(to)) {
            wrong("from", "from must be before to");
        }
        if (bucket != null && bucket != Grain.DAY && !partitions.holds(bucket, from)) {
            wrong("bucket", "sums by %s are no longer kept for that time".formatted(bucket.label()));
        }
        var most = Duration.ofDays(
                bucket == null
                        ? 3_660
                        : switch (bucket) {
                            case MINUTE -> 7;
                            case HOUR -> 93;
                            case DAY -> 3_660;
                        });
        if (Duration.between(from, to).compareTo(most) > 0) {
            wrong(
                    "from",
                    "from must be at most %d days before to%s"
                            .formatted(most.toDays(), bucket == null ? "" : " where bucket is " + bucket.label()));
        }
    }

    // the edges of a time are told as finely as sums are still kept for its beginning
    private Grain finest(Instant from) {
        return Arrays.stream(Grain.values())
                .filter(grain -> partitions.holds(grain, from))
                .findFirst()
                .orElse(Grain.DAY);
    }

    private Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                wrong("cached", "cached must be true or false");
                yield Optional.empty();
            }
        };
    }

    private int limit(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        wrong("limit", "limit must be a number from 1 to " + MOST);
        return USUAL;
    }

    private Optional<Question.Position> position(String text, int values, boolean timed) {
        var found = Positions.read(text)
                .filter(position -> position.values().size() == values && (position.bucket() != null) == timed);
        if (found.isEmpty()) {
            wrong("cursor", "cursor must be meta.next of a page of the same question");
        }
        return found;
    }
}
