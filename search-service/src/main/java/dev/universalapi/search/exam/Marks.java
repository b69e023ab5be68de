package dev.universalapi.search.exam;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What was understood of a set, against what should have been.
final class Marks {
    private final List<Paper> papers;

    /// One query, and what was understood.
    record Paper(Query query, Understanding understood) {
        private boolean isNothing() {
            return query.intents().isEmpty();
        }

        private boolean isSeveral() {
            return query.intents().size() > 1;
        }

        private boolean primary() {
            return !understood.intents().isEmpty()
                    && understood
                            .intents()
                            .getFirst()
                            .category()
                            .equals(query.intents().getFirst());
        }

        private boolean every() {
            return categories().equals(new HashSet<>(query.intents()));
        }

        private HashSet<String> categories() {
            return new HashSet<>(
                    understood.intents().stream().map(Intent::category).toList());
        }
    }

    /// Understands a query in either language.
    @FunctionalInterface
    interface Reader {
        Understanding read(String query);
    }

    private Marks(List<Paper> papers) {
        this.papers = List.copyOf(papers);
    }

    static Marks of(List<Query> queries, Reader reader) {
        return new Marks(queries.stream()
                .map(query -> new Paper(query, reader.read(query.text())))
                .toList());
    }

    /// The share of queries of something whose first intent is the right one, in all languages or in one.
    double primary(Language... languages) {
        var of = List.of(languages);
        return share(
                asked().filter(paper ->
                        of.isEmpty() || of.contains(paper.query().language())),
                Paper::primary);
    }

    /// How far apart the two languages are.
    double apart() {
        return Math.abs(primary(Language.EN) - primary(Language.FR));
    }

    /// The share of queries of several things of which exactly those were understood, in any order.
    double several() {
        return share(asked().filter(Paper::isSeveral), Paper::every);
    }

    /// The share of queries of nothing of which something was understood.
    double mistakenForSomething() {
        return share(
                papers.stream().filter(Paper::isNothing),
                paper -> !paper.understood().intents().isEmpty());
    }

    /// The share of queries whose language was recognised.
    double language() {
        return share(
                asked(), paper -> paper.understood().language() == paper.query().language());
    }

    /// The harmonic mean of how much of what should have been told was, and how much of what was told should have been.
    double told() {
        var right = 0;
        var all = 0;
        for (var paper : asked().toList()) {
            var found = Told.of(paper.understood());
            all += found.size() + paper.query().told().size();
            found.retainAll(paper.query().told());
            right += found.size();
        }
        return all == 0 ? 0 : 2.0 * right / all;
    }

    /// What was not understood as it should have been, a line each.
    List<String> mistakes() {
        var lines = new ArrayList<String>();
        for (var paper : papers) {
            var found = Told.of(paper.understood());
            var right = paper.isNothing() ? paper.understood().intents().isEmpty() : paper.primary() && paper.every();
            if (!right || !paper.isNothing() && !found.equals(paper.query().told())) {
                lines.add("%s | %s | %s %s, not %s %s"
                        .formatted(
                                paper.query().language().tag(),
                                paper.query().text(),
                                categories(paper.understood()),
                                found,
                                paper.query().intents(),
                                paper.query().told()));
            }
        }
        return lines;
    }

    private static List<String> categories(Understanding understood) {
        return understood.intents().stream()
                .map(intent -> String.format(Locale.ROOT, "%s %.2f", intent.category(), intent.confidence()))
                .toList();
    }

    private Stream<Paper> asked() {
        return papers.stream().filter(paper -> !paper.isNothing());
    }

    private static double share(Stream<Paper> papers, Predicate<Paper> wanted) {
        var all = papers.toList();
        return all.isEmpty() ? 0 : (double) all.stream().filter(wanted).count() / all.size();
    }
}
