package dev.universalapi.search.search;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.search.answer.FoundFact;
import dev.universalapi.search.search.answer.FoundHit;
import dev.universalapi.search.search.answer.FoundIntent;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.answer.SearchFound;
import dev.universalapi.search.search.answer.SearchMeta;
import dev.universalapi.search.search.answer.SearchSummary;
import dev.universalapi.search.search.answer.SearchSummary.CitedSentence;
import dev.universalapi.search.search.answer.SearchedSource;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.round.Arrival;
import dev.universalapi.search.search.round.Round;
import dev.universalapi.search.search.source.Found.Fact;
import dev.universalapi.search.search.suggestion.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes one answer of what came from many sources.
final class Merger {
    private final Means means;
    private final Suggestions suggestions;
    private final Duration merging;

    /// @param merging how long bringing into order may take
    Merger(Means means, Suggestions suggestions, Duration merging) {
        this.means = means;
        this.suggestions = suggestions;
        this.merging = merging;
    }

    /// What was found so far, the best first.
    List<Ranked> ranked(Round round, Wish wish) {
        return ranked(round, wish, merging);
    }

    private static List<Hit> pool(Round round) {
        return round.arrived().stream()
                .flatMap(arrival -> arrival.found().hits().stream())
                .toList();
    }

    private List<Ranked> ranked(Round round, Wish wish, Duration budget) {
        var plan = round.plan();
        var pool = pool(round);
        if (pool.isEmpty()) {
            return List.of();
        }
        var understood = plan.understanding();
        return means.ranking()
                .rank(understood.query(), understood.language(), pool, plan.categories(), wish.limit(), budget);
    }

    /// All of it in one answer, brought into order in the time that is left.
    SearchAnswer answer(Round round, Wish wish, String mode) {
        var meaning = means.meaning().getAsBoolean();
        return new SearchAnswer(found(round, wish), meta(round, mode, meaning ? "meaning" : "words"));
    }

    private SearchFound found(Round round, Wish wish) {
        var plan = round.plan();
        var understood = plan.understanding();
        var left = round.left();
        var ranked = ranked(round, wish, left.compareTo(merging) < 0 ? left : merging);
        var facts = facts(round);
        return new SearchFound(
                understood.query(),
                understood.language().tag(),
                understood.intents().stream().map(FoundIntent::of).toList(),
                facts,
                ranked.stream().map(FoundHit::of).toList(),
                wish.summary() ? summary(plan, ranked) : null,
                ranked.isEmpty() && facts.isEmpty()
                        ? suggestions.instead(understood.query(), understood.language(), wish)
                        : suggestions.besides(understood.query(), pool(round)));
    }

    /// What a fact among what came is told as; empty for none.
    ///
    /// @param all that came
    static Optional<FoundFact> fact(Arrival arrival, List<Arrival> all) {
        var facts = all.stream().flatMap(Merger::fact).toList();
        return fact(arrival)
                .map(fact ->
                        FoundFact.of(fact, arrival.inquiry().given().intent().text(), facts))
                .findFirst();
    }

    private static Stream<Fact> fact(Arrival arrival) {
        return Stream.ofNullable(arrival.found().fact());
    }

    private static SearchMeta meta(Round round, String mode, String merging) {
        var plan = round.plan();
        var understood = plan.understanding();
        var sources = new ArrayList<SearchedSource>();
        for (var arrival : inOrder(round)) {
            sources.add(SearchedSource.of(arrival));
        }
        round.open().forEach(open -> sources.add(SearchedSource.late(open, understood.language())));
        plan.unasked().forEach(unasked -> sources.add(SearchedSource.of(unasked)));
        return new SearchMeta(
                round.coverage(),
                sources,
                mode,
                false,
                round.millis(),
                understood.ready() ? "model" : "words",
                merging);
    }

    // in the order of the intents, whoever was faster
    private static List<FoundFact> facts(Round round) {
        var intents = round.plan().understanding().intents();
        return inOrder(round).stream()
                .sorted(Comparator.comparingInt(
                        arrival -> intents.indexOf(arrival.inquiry().given().intent())))
                .flatMap(arrival -> fact(arrival, round.arrived()).stream())
                .toList();
    }

    private static List<Arrival> inOrder(Round round) {
        var inquiries = round.plan().inquiries();
        return round.arrived().stream()
                .sorted(Comparator.comparingInt(arrival -> inquiries.indexOf(arrival.inquiry())))
                .toList();
    }

    private @Nullable SearchSummary summary(Plan plan, List<Ranked> ranked) {
        var understood = plan.understanding();
        return ranked.isEmpty()
                ? null
                : means.summing()
                        .summarize(understood.query(), understood.language(), ranked)
                        .map(summary -> new SearchSummary(summary.sentences().stream()
                                .map(sentence -> new CitedSentence(sentence.text(), sentence.source()))
                                .toList()))
                        .orElse(null);
    }
}
