package dev.universalapi.search.search.plan;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Understanding;
import dev.universalapi.search.search.plan.Plan.Unasked;
import dev.universalapi.search.search.source.Given;
import dev.universalapi.search.search.source.Source;
import dev.universalapi.search.search.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Decides whom to ask: all who can help with what is asked for, the most helpful first, within the budget. A topic
/// that nothing is known of goes to encyclopedias, news and papers.
public final class Planner {
    private static final Map<String, Double> BROAD = Map.of("knowledge", 0.4, "news", 0.3, "paper", 0.3);
    private static final double WANTED = 0.5;

    private final Sources sources;
    private final int most;
    private final Experience experience;

    /// @param most how many a search asks
    /// @param experience with those who were asked before
    public Planner(Sources sources, int most, Experience experience) {
        this.sources = sources;
        this.most = most;
        this.experience = experience;
    }

    /// Whom to ask for a query.
    public Plan plan(Understanding understanding, Wish wish, LocalDate today) {
        var intents = understanding.intents().stream()
                .filter(intent ->
                        wish.categories().isEmpty() || wish.categories().contains(intent.category()))
                .toList();
        var draft = new Draft(understanding, wish, today);
        intents.forEach(draft::add);
        if (draft.inquiries.isEmpty() && isTopic(intents, understanding)) {
            broad(understanding, wish).forEach(draft::add);
        }
        return draft.plan();
    }

    // where all is told but what a source needs, nobody else can help; words to look for may help others, and so may
    // the whole query while nothing but its words is understood
    private boolean isTopic(List<Intent> intents, Understanding understanding) {
        return intents.isEmpty()
                || !understanding.ready()
                || intents.stream()
                        .filter(intent -> !sources.of(intent.category()).isEmpty())
                        .anyMatch(intent -> !intent.rest().isBlank());
    }

    private static List<Intent> broad(Understanding understanding, Wish wish) {
        var query = understanding.query();
        var categories = wish.categories().isEmpty() ? BROAD.keySet() : wish.categories();
        return new TreeSet<>(categories)
                .stream()
                        .map(category ->
                                new Intent(category, BROAD.getOrDefault(category, WANTED), query, List.of(), query))
                        .toList();
    }

    /// A plan as it grows.
    private final class Draft {
        private final Understanding understanding;
        private final Wish wish;
        private final LocalDate today;
        private final List<Inquiry> inquiries = new ArrayList<>();
        private final Set<Inquiry> first = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Unasked> unasked = new ArrayList<>();
        private final Set<String> questions = new HashSet<>();

        Draft(Understanding understanding, Wish wish, LocalDate today) {
            this.understanding = understanding;
            this.wish = wish;
            this.today = today;
        }

        void add(Intent intent) {
            var given = new Given(intent, understanding.language(), today, wish.limit());
            var groups = new HashSet<String>();
            var lacking = new ArrayList<Unasked>();
            for (var source : sources.of(intent.category())) {
                if (wish.quick() && source.slow() || !source.applies(given) || groups.contains(source.group())) {
                    continue;
                }
                if (wish.safe() && !source.safe()) {
                    unasked.add(because(source, Reason.UNSAFE, ""));
                    continue;
                }
                switch (source.fill(given)) {
                    case Source.Asks(var question) -> {
                        ask(new Inquiry(source, given, question, utility(intent, source)), groups.isEmpty());
                        groups.add(source.group());
                    }
                    case Source.Lacks(var what) -> lacking.add(because(source, Reason.LACKS, what));
                    case Source.Unfit(var why) -> lacking.add(because(source, Reason.UNFIT, why));
                }
            }
            if (groups.isEmpty()) {
                lacking.stream().filter(lack -> !unasked.contains(lack)).forEach(unasked::add);
            }
        }

        private double utility(Intent intent, Source source) {
            return intent.confidence() * source.weight() * experience.helpfulness(source.path());
        }

        private void ask(Inquiry inquiry, boolean isFirst) {
            var question = inquiry.question() instanceof Record asked
                    ? inquiry.source().type().meaning(asked)
                    : inquiry.toString();
            if (questions.add(inquiry.operation() + " " + question)) {
                inquiries.add(inquiry);
                if (isFirst) {
                    first.add(inquiry);
                }
            }
        }

        private Unasked because(Source source, Reason reason, String detail) {
            return new Unasked(source.path(), reason.in(understanding.language(), detail));
        }

        // each intent has its best source asked before any has a second one
        Plan plan() {
            var ordered = inquiries.stream()
                    .sorted(Comparator.comparing((Inquiry inquiry) -> !first.contains(inquiry))
                            .thenComparing(
                                    Comparator.comparingDouble(Inquiry::utility).reversed()))
                    .toList();
            ordered.stream()
                    .skip(most)
                    .forEach(inquiry -> unasked.add(because(inquiry.source(), Reason.BUDGET, String.valueOf(most))));
            return new Plan(understanding, ordered.stream().limit(most).toList(), unasked);
        }
    }
}
