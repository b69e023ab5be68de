package dev.universalapi.search.fusion.summary;

import dev.universalapi.search.fusion.Gist;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.fusion.duplicate.Shingles;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.fusion.word.Word;
import dev.universalapi.search.fusion.word.Words;
import dev.universalapi.search.intent.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes summaries out of sentences of hits: nothing is said that no source says, and each sentence knows who did.
public final class Summaries {
    private static final int READ = 10;
    private static final int SENTENCES = 80;

    private final Meanings meanings;

    public Summaries(Meanings meanings) {
        this.meanings = meanings;
    }

    /// One to five sentences of the best hits; of those in the language of the query alone where any speaks it. Empty
    /// where the hits say too little of what is asked.
    ///
    /// @param ranked as [dev.universalapi.search.fusion.Fusion] ranked it for this query
    public Optional<Summary> summarize(String query, Language language, List<Ranked> ranked) {
        var words = Words.in(language);
        var sought = words.sought(query);
        var read = ranked.subList(0, Math.min(READ, ranked.size()));
        var texts = read.stream().map(each -> Plain.of(each.hit().text())).toList();
        var candidates = candidates(read, texts, language, sought, words);
        if (candidates.isEmpty() || sought.isEmpty()) {
            return Optional.empty();
        }
        var support = new Support(sought, candidates, cosines(query, read));
        return support.pick()
                .map(picked -> new Summary(picked.stream()
                        .sorted(Comparator.comparingInt(Candidate::hit).thenComparingInt(Candidate::at))
                        .map(each -> new Summary.Sentence(each.text(), each.hit() + 1))
                        .toList()));
    }

    private static List<Candidate> candidates(
            List<Ranked> read, List<String> texts, Language language, Set<String> sought, Words words) {
        var speaking = IntStream.range(0, texts.size())
                .filter(at -> Speech.is(language, texts.get(at)))
                .boxed()
                .collect(Collectors.toSet());
        var candidates = new ArrayList<Candidate>();
        for (var hit = 0; hit < texts.size() && candidates.size() < SENTENCES; hit++) {
            if (!speaking.isEmpty() && !speaking.contains(hit)) {
                continue;
            }
            var title = words.of(read.get(hit).hit().title());
            var about = found(title, sought);
            var sentences = Sentences.of(texts.get(hit), language);
            for (var at = 0; at < sentences.size(); at++) {
                var its = words.of(sentences.get(at));
                if (!stems(its).equals(stems(title))) { // many texts begin with their title
                    candidates.add(
                            new Candidate(sentences.get(at), hit, at, found(its, sought), about, Shingles.of(its)));
                }
            }
        }
        return candidates;
    }

    private static List<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).toList();
    }

    private static Set<String> found(List<Word> words, Set<String> sought) {
        return words.stream()
                .map(Word::stem)
                .filter(sought::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Of the gists, for which the ranking has made vectors already; empty where it has not.
    private List<OptionalDouble> cosines(String query, List<Ranked> read) {
        var gists = read.stream().map(each -> Gist.of(each.hit())).toList();
        var texts = new ArrayList<>(gists);
        texts.add(query);
        var known = meanings.known(texts);
        var asked = known.get(query);
        return gists.stream()
                .map(known::get)
                .map(vector -> asked == null || vector == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(asked.cosine(vector)))
                .toList();
    }
}
