package dev.universalapi.search.fusion.word;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/// Takes texts apart into words as one language has them. For one search on one thread: Lucene's analyzers keep their
/// parts per thread, and a virtual thread would build and drop them all the same.
public final class Words {
    /// What is read of a text, in UTF-16 units: the rest of a long one says little of what it is about.
    static final int MOST = 2_000;

    private final Language language;
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute place;

    private Words(Language language) {
        this.language = language;
        // folded before stemming: who types without accents must meet who writes with them
        var folded = new ASCIIFoldingFilter(new ElisionFilter(
                new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)), FrenchAnalyzer.DEFAULT_ARTICLES));
        this.stream = switch (language) {
            case EN -> new PorterStemFilter(folded);
            case FR -> new FrenchLightStemFilter(folded);
        };
        this.term = stream.getAttribute(CharTermAttribute.class);
        this.place = stream.getAttribute(OffsetAttribute.class);
    }

    /// For texts that are searched in this language; texts in others are taken apart alike in query and hit.
    public static Words in(Language language) {
        return new Words(language);
    }

    /// All words of a text in their order, of its first 2,000 UTF-16 units.
    public List<Word> of(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var words = new ArrayList<Word>();
        tokenizer.setReader(new StringReader(text.substring(0, Math.min(MOST, text.length()))));
        try (stream) { // closed, it takes the next text
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), afterArticle(text), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    public Reading of(Hit hit) {
        return new Reading(hit, of(hit.title()), of(hit.text()));
    }

    /// What a query looks for: the stems of its words, once those that every text has are gone; where it has no
    /// others (`The Who`), all.
    public Set<String> sought(String query) {
        var all = new LinkedHashSet<String>();
        of(query).forEach(word -> all.add(word.stem()));
        var telling = new LinkedHashSet<>(all);
        telling.removeAll(StopWords.stems(language));
        return telling.isEmpty() ? all : telling;
    }

    /// Where a word begins, without the `l'` that Lucene takes from it but not from its place.
    private int afterArticle(String text) {
        var end = Math.min(place.endOffset(), place.startOffset() + 8); // lorsqu'
        for (var at = place.startOffset() + 1; at < end - 1; at++) {
            if ((text.charAt(at) == '\'' || text.charAt(at) == '’')
                    && FrenchAnalyzer.DEFAULT_ARTICLES.contains(text.subSequence(place.startOffset(), at))) {
                return at + 1;
            }
        }
        return place.startOffset();
    }
}
