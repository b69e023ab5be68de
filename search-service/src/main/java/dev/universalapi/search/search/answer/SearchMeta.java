package dev.universalapi.search.search.answer;

import java.util.List;

/// What is to be known about an answer to a search.
///
/// @param coverage the share of what was expected to help that answered, 0 to 1
/// @param sources everybody who was asked, and who was meant and not asked
/// @param mode `live` or `sandbox`
/// @param cached whether nobody was asked for this search
/// @param tookMillis from the query to this answer
/// @param understanding of the query, by `model`, or by `words` while the model is not loaded
/// @param merging of the results, by `meaning` and words, or by `words` alone while the model is not loaded
public record SearchMeta(
        double coverage,
        List<SearchedSource> sources,
        String mode,
        boolean cached,
        long tookMillis,
        String understanding,
        String merging) {
    public SearchMeta {
        coverage = Rounded.of(coverage);
        sources = List.copyOf(sources);
    }

    SearchMeta again(long millis) {
        return new SearchMeta(coverage, sources, mode, true, millis, understanding, merging);
    }
}
