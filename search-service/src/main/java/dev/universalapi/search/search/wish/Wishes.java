package dev.universalapi.search.search.wish;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.search.intent.Cleaning;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.plan.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Understands what comes in with a search, or tells everything that is wrong with it.
public final class Wishes {
    private static final int LONGEST_SENT = 2_000;
    private static final int LIMIT = 10;
    private static final int QUICK_LIMIT = 5;
    private static final int MOST = 50;
    private static final int SHORTEST_WAIT = 50;
    private static final int LONGEST_WAIT = 10_000;

    private final Set<String> categories;

    /// @param categories that can be searched
    public Wishes(Set<String> categories) {
        this.categories = categories;
    }

    /// What a body wants.
    ///
    /// @param stream whether it is to be answered as it is found
    public record Asked(Wish wish, boolean stream) {}

    /// What a body wants.
    ///
    /// @throws ProblemException with all that is wrong
    public Asked of(JsonNode body) {
        var reading = new Reading("body");
        var sent = new QueryBody(body, reading::mistake).read();
        return new Asked(reading.wish(sent, false), Boolean.TRUE.equals(sent.stream()));
    }

    /// What an address wants that asks for no more than a quick answer.
    ///
    /// @throws ProblemException with all that is wrong
    public Wish quick(@Nullable String query) {
        var sent = new UniversalQuery(query, null, null, QUICK_LIMIT, null, false, null, null);
        return new Reading("query").wish(sent, true);
    }

    /// What an address wants.
    ///
    /// @throws ProblemException with all that is wrong
    public Wish ofAddress(UniversalQuery sent) {
        return new Reading("query").wish(sent, false);
    }

    /// The beginning of a query.
    ///
    /// @throws ProblemException if it is none
    public String beginning(@Nullable String query) {
        var reading = new Reading("query");
        var text = reading.query(query);
        reading.refuse();
        return text;
    }

    /// The languages that a parameter of an address allows.
    ///
    /// @throws ProblemException if it is none
    public Set<Language> languages(@Nullable String sent) {
        var reading = new Reading("query");
        var languages = reading.languages(sent);
        reading.refuse();
        return languages;
    }

    /// What is wrong with one request, as it is found.
    private final class Reading {
        private final String in;
        private final List<Mistake> mistakes = new ArrayList<>();

        Reading(String in) {
            this.in = in;
        }

        Wish wish(UniversalQuery sent, boolean quick) {
            var query = query(sent.query());
            var languages = languages(sent.language());
            var limit = within("limit", sent.limit(), 1, MOST).orElse(LIMIT);
            var wait = within("deadlineMillis", sent.deadlineMillis(), SHORTEST_WAIT, LONGEST_WAIT);
            var wanted = wanted(sent.categories() == null ? List.of() : sent.categories());
            refuse();
            return new Wish(
                    query,
                    languages,
                    wanted,
                    limit,
                    wait.map(Duration::ofMillis),
                    !Boolean.FALSE.equals(sent.summary()),
                    !Boolean.FALSE.equals(sent.safe()),
                    quick);
        }

        String query(@Nullable String sent) {
            var name = "query".equals(in) ? "q" : "query";
            if (sent == null) {
                mistake(name, name + " is needed");
                return "";
            }
            if (sent.length() > LONGEST_SENT) {
                mistake(
                        name,
                        "%s must have at most %d characters, had %d".formatted(name, LONGEST_SENT, sent.length()));
                return "";
            }
            var clean = Cleaning.whole(sent);
            if (clean.isEmpty()) {
                mistake(name, name + " has nothing to search for");
            } else if (clean.length() > Cleaning.LONGEST) {
                mistake(
                        name,
                        "%s must have at most %d characters once it is cleaned, had %d"
                                .formatted(name, Cleaning.LONGEST, clean.length()));
            }
            return clean;
        }

        private Set<Language> languages(@Nullable String sent) {
            if (sent == null) {
                return EnumSet.allOf(Language.class);
            }
            var found = Arrays.stream(Language.values())
                    .filter(language -> language.tag().equals(sent))
                    .findFirst();
            if (found.isEmpty()) {
                mistake("language", "language must be one of en, fr");
                return Set.of();
            }
            return Set.of(found.get());
        }

        private Optional<Integer> within(String name, @Nullable Integer sent, int least, int most) {
            if (sent != null && (sent < least || sent > most)) {
                mistake(name, "%s must be %d to %d, was %d".formatted(name, least, most, sent));
                return Optional.empty();
            }
            return Optional.ofNullable(sent);
        }

        private Set<String> wanted(List<@Nullable String> sent) {
            var known = new HashSet<String>();
            for (var category : sent) {
                if (category == null || !categories.contains(category)) {
                    mistake("categories", "categories must be among " + String.join(", ", categories));
                    return Set.of();
                }
                known.add(category);
            }
            return known;
        }

        // what has the wrong type has not the wrong value too
        private void mistake(String parameter, String detail) {
            if (mistakes.stream().noneMatch(mistake -> mistake.parameter().equals(parameter))) {
                mistakes.add(new Mistake(parameter, in, detail));
            }
        }

        void refuse() {
            if (!mistakes.isEmpty()) {
                var detail = mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; "));
                throw new ProblemException(ProblemType.INVALID_PARAMETER, detail, mistakes);
            }
        }
    }
}
