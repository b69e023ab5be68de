package dev.universalapi.search.search.answer;

/// What a search is answered with.
///
/// @param data what was found
/// @param meta what is to be known about it
public record SearchAnswer(SearchFound data, SearchMeta meta) {
    /// The same, told of the search of another time.
    public SearchAnswer again(long tookMillis) {
        return new SearchAnswer(data, meta.again(tookMillis));
    }
}
