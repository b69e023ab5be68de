package dev.universalapi.search.search.source;

import dev.universalapi.providers.film.FilmKind;
import dev.universalapi.providers.fun.Animal;
import dev.universalapi.providers.sport.Competition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A constant of a contract that words of a query mean, whole words without case and accents.
///
/// @param phrases by constant
/// @param otherwise what is meant where none of them stands there; null for nothing
record Choice(Map<String, List<Folded>> phrases, @Nullable String otherwise) {
    static final Choice COMPETITION = new Choice(
            words(Map.of(
                    Competition.CHAMPIONS_LEAGUE, List.of("champions league", "ligue des champions"),
                    Competition.PREMIER_LEAGUE, List.of("premier league"),
                    Competition.LA_LIGA, List.of("la liga", "liga espagnole", "spanish league"),
                    Competition.BUNDESLIGA, List.of("bundesliga"),
                    Competition.SERIE_A, List.of("serie a"),
                    Competition.LIGUE_1, List.of("ligue 1", "l1"),
                    Competition.EREDIVISIE, List.of("eredivisie"),
                    Competition.PRIMEIRA_LIGA, List.of("primeira liga"),
                    Competition.BRASILEIRAO, List.of("brasileirao"))),
            null);
    static final Choice ANIMAL = new Choice(
            words(Map.of(
                    Animal.CAT, List.of("cat", "cats", "kitten", "kittens", "chat", "chats", "chaton", "chatons"),
                    Animal.DOG, List.of("dog", "dogs", "puppy", "puppies", "chien", "chiens", "chiot", "chiots"))),
            null);
    static final Choice FILM_KIND = new Choice(
            words(Map.of(
                    FilmKind.SERIES,
                    List.of("series", "serie", "tv show", "tv shows", "season", "episode", "saison", "sitcom"))),
            FilmKind.MOVIE.name());

    private static Map<String, List<Folded>> words(Map<? extends Enum<?>, List<String>> written) {
        var words = new LinkedHashMap<String, List<Folded>>();
        written.forEach((constant, phrases) ->
                words.put(constant.name(), phrases.stream().map(Folded::of).toList()));
        return words;
    }

    /// The one that stands in a query; the first of the alphabet where several do.
    @Nullable
    String in(Given given) {
        var text = Folded.of(given.intent().text());
        return phrases.entrySet().stream()
                .filter(choice -> choice.getValue().stream().anyMatch(text::has))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(otherwise);
    }
}
