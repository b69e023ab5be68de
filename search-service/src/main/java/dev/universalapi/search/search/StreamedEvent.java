package dev.universalapi.search.search;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.universalapi.search.search.answer.FoundFact;
import dev.universalapi.search.search.answer.FoundHit;
import dev.universalapi.search.search.answer.FoundIntent;
import dev.universalapi.search.search.answer.SearchMeta;
import dev.universalapi.search.search.answer.SearchSuggestion;
import dev.universalapi.search.search.answer.SearchSummary;
import dev.universalapi.search.search.answer.SearchedSource;
import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader of a streamed search is told.
sealed interface StreamedEvent {

    /// The event `plan`: what a query was understood as, and who is asked for it.
    ///
    /// @param query as it is searched
    /// @param language by its BCP 47 tag
    /// @param sources the operations that are asked
    /// @param unasked those that were meant and are not
    record Planned(
            String query,
            String language,
            List<FoundIntent> intents,
            List<String> sources,
            List<SearchedSource> unasked)
            implements StreamedEvent {

        static Planned of(Plan plan) {
            var understood = plan.understanding();
            return new Planned(
                    understood.query(),
                    understood.language().tag(),
                    understood.intents().stream().map(FoundIntent::of).toList(),
                    plan.inquiries().stream().map(Inquiry::operation).toList(),
                    plan.unasked().stream().map(SearchedSource::of).toList());
        }
    }

    /// The event `source`: it has started, come to an end, or is late.
    record Source(SearchedSource source) implements StreamedEvent {
        @JsonValue
        @Override
        public SearchedSource source() {
            return source;
        }
    }

    /// The event `answer`: a fact.
    record Answer(FoundFact answer) implements StreamedEvent {
        @JsonValue
        @Override
        public FoundFact answer() {
            return answer;
        }
    }

    /// The event `upsert`: a result to be put in, or moved.
    ///
    /// @param rank who sorts by it has the list
    record Upsert(String id, double rank, FoundHit.UnscoredHit hit) implements StreamedEvent {}

    /// The event `remove`: a result to be taken out.
    record Remove(String id) implements StreamedEvent {}

    /// The event `coverage`.
    ///
    /// @param coverage the share of what was expected to help that told something, 0 to 1
    /// @param ended how many sources have come to an end
    /// @param asked of how many
    record Coverage(double coverage, int ended, int asked) implements StreamedEvent {}

    /// The event `done`.
    record Done(@Nullable SearchSummary summary, List<SearchSuggestion> suggestions, SearchMeta meta)
            implements StreamedEvent {}

    /// As in the stream.
    default String label() {
        return switch (this) {
            case Planned _ -> "plan";
            case Source _ -> "source";
            case Answer _ -> "answer";
            case Upsert _ -> "upsert";
            case Remove _ -> "remove";
            case Coverage _ -> "coverage";
            case Done _ -> "done";
        };
    }
}
