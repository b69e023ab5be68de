package dev.universalapi.search.intent.word;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import dev.universalapi.search.intent.word.Phrase.Where;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The words that merely say an intent, by category and language, and the words that say nothing.
public final class Sayings {
    private static final String FILE = "/intent/words.tsv";
    private static final String EVERY = "*";
    private static final String STOP = "stop";
    private static final Set<String> SIGNS = Set.of("?", ":");

    private record Key(String category, String language) {}

    private record Told(String category, Phrase phrase) {}

    private final Map<Key, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Set<String>> stops = new HashMap<>();
    private final Map<String, List<Told>> telling = new HashMap<>();

    private Sayings() {}

    /// Reads them from the class path.
    public static Sayings load() {
        var sayings = new Sayings();
        var stream = Objects.requireNonNull(Sayings.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(sayings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sayings;
    }

    private void add(String[] columns) {
        var words = columns[2].split("\\|", -1);
        if (columns[0].equals(STOP)) {
            stops.put(columns[1], new HashSet<>(Arrays.asList(words)));
            return;
        }
        var read = new ArrayList<>(Arrays.stream(words).map(Phrase::of).toList());
        read.sort(Comparator.comparingInt(Phrase::length).reversed());
        phrases.put(new Key(columns[0], columns[1]), List.copyOf(read));
        read.stream()
                .filter(Phrase::tells)
                .forEach(phrase -> telling.computeIfAbsent(
                                columns[1] + ' ' + phrase.words().getFirst(), _ -> new ArrayList<>())
                        .add(new Told(columns[0], phrase)));
    }

    /// The category that words of a part tell by themselves: the longest phrase, then the first.
    public Optional<String> told(List<Token> tokens, Language language) {
        Told best = null;
        for (var at = 0; at < tokens.size(); at++) {
            var key = language.tag() + ' ' + tokens.get(at).folded();
            for (var told : telling.getOrDefault(key, List.of())) {
                if ((best == null || told.phrase().length() > best.phrase().length())
                        && told.phrase().stands(tokens, at)) {
                    best = told;
                }
            }
        }
        return Optional.ofNullable(best).map(Told::category);
    }

    /// Whether any words of a part say an intent.
    public boolean says(String category, Language language, List<Token> tokens) {
        return names(category, language, tokens) || told(tokens, language).isPresent();
    }

    /// Whether any words of a part say this intent.
    public boolean names(String category, Language language, List<Token> tokens) {
        return IntStream.range(0, tokens.size()).anyMatch(at -> anywhere(category, language, tokens, at) > 0);
    }

    /// How many words of a text are words of a language that say nothing, or say an intent.
    public long known(List<Token> tokens, Language language) {
        return tokens.stream()
                .map(Token::folded)
                .filter(word -> stops.getOrDefault(language.tag(), Set.of()).contains(word)
                        || telling.containsKey(language.tag() + ' ' + word))
                .count();
    }

    /// How many words from a token on say the intent wherever they stand; 0 where none do.
    int anywhere(String category, Language language, List<Token> tokens, int at) {
        return of(category, language).stream()
                .filter(phrase -> phrase.where() == Where.ANYWHERE && phrase.stands(tokens, at))
                .mapToInt(Phrase::length)
                .findFirst()
                .orElse(0);
    }

    /// How many words at the start may go.
    int atStart(String category, Language language, List<Token> tokens) {
        var said = said(category, language, tokens, Where.START);
        return said > 0 || !isEmpty(category, language, tokens.getFirst()) ? said : 1;
    }

    /// How many words at the end may go.
    int atEnd(String category, Language language, List<Token> tokens) {
        var said = said(category, language, tokens, Where.END);
        return said > 0 || !isEmpty(category, language, tokens.getLast()) ? said : 1;
    }

    private int said(String category, Language language, List<Token> tokens, Where where) {
        var most = 0;
        for (var name : List.of(EVERY, category)) {
            for (var phrase : of(name, language)) {
                var at = where == Where.START ? 0 : tokens.size() - phrase.length();
                if (phrase.where() == where && phrase.length() > most && phrase.stands(tokens, at)) {
                    most = phrase.length();
                }
            }
        }
        return most;
    }

    /// Where words are kept as they are (what to translate, what to write into a code) nothing is empty but signs.
    private boolean isEmpty(String category, Language language, Token token) {
        var exact = category.equals("translation") || category.equals("utility");
        return SIGNS.contains(token.folded())
                || !exact && stops.getOrDefault(language.tag(), Set.of()).contains(token.folded());
    }

    private List<Phrase> of(String category, Language language) {
        return phrases.getOrDefault(new Key(category, language.tag()), List.of());
    }
}
