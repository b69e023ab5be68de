package dev.universalapi.search.search.wish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller sends to search.
///
/// @param query 1 to 2,000 characters, of which 400 may be left once it is cleaned
/// @param language that the query is in, `en` or `fr`; found out where left out
/// @param categories that are wanted; all where left out
/// @param limit how many results at most, 1 to 50; 10 where left out
/// @param deadlineMillis how long the caller waits, 50 to 10,000; where left out, for as long as it pays
/// @param summary whether a summary is wanted; true where left out
/// @param safe whether only what suits everybody is wanted; true where left out
/// @param stream whether the answer comes as it is found, as server-sent events; false where left out
public record UniversalQuery(
        @Nullable String query,
        @Nullable String language,
        @Nullable List<@Nullable String> categories,
        @Nullable Integer limit,
        @Nullable Integer deadlineMillis,
        @Nullable Boolean summary,
        @Nullable Boolean safe,
        @Nullable Boolean stream) {}
