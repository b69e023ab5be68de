package dev.universalapi.search.search.plan;

import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a caller wants of a search.
///
/// @param query as sent
/// @param languages that it may be in
/// @param categories that are wanted; all where there is none
/// @param limit how many results at most
/// @param deadline how long the caller waits; empty for as long as it pays
/// @param summary whether a summary is wanted
/// @param safe whether only what suits everybody is wanted
/// @param quick whether slow sources are left out
public record Wish(
        String query,
        Set<Language> languages,
        Set<String> categories,
        int limit,
        Optional<Duration> deadline,
        boolean summary,
        boolean safe,
        boolean quick) {
    public Wish {
        languages = Set.copyOf(languages);
        categories = Set.copyOf(categories);
    }

    /// One text for all wishes that are answered alike, but for how long they wait.
    ///
    /// @param query as it was understood
    public String canonical(String query) {
        return String.join(
                "\u0000",
                query,
                new TreeSet<>(languages).toString(),
                new TreeSet<>(categories).toString(),
                limit + " " + summary + " " + safe + " " + quick);
    }
}
