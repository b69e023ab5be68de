package dev.universalapi.search.fusion.word;

import dev.universalapi.search.intent.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/// Words that every text of a language has. Lucene's lists come from texts; queries ask and order besides.
public final class StopWords {
    private static final String ASKED_EN = """
            about all am any can could did do does find from get give had has have how i me my no our please show so
            some tell than us want was we were what when where which who whom whose why would you your""";
    private static final String ASKED_FR = """
            afin ai cherche chercher combien comment donne donner est-ce estce faire fait montre montrer moi où ou
            peux peut pourquoi puis quand que quel quelle quelles quels qui quoi sont svp trouve trouver veux voir""";

    private static final Set<String> EN = withAsked(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, ASKED_EN);
    private static final Set<String> FR = withAsked(FrenchAnalyzer.getDefaultStopSet(), ASKED_FR);
    private static final Set<String> EN_STEMS = stemmed(Language.EN);
    private static final Set<String> FR_STEMS = stemmed(Language.FR);

    private StopWords() {}

    /// In lower case, as they are written.
    public static Set<String> of(Language language) {
        return switch (language) {
            case EN -> EN;
            case FR -> FR;
        };
    }

    /// As [Words] makes stems.
    public static Set<String> stems(Language language) {
        return switch (language) {
            case EN -> EN_STEMS;
            case FR -> FR_STEMS;
        };
    }

    private static Set<String> withAsked(CharArraySet written, String asked) {
        var words = new HashSet<>(List.of(asked.split("\\s+")));
        for (var word : new ArrayList<>(written)) {
            words.add(new String((char[]) word));
        }
        return Set.copyOf(words);
    }

    private static Set<String> stemmed(Language language) {
        var words = Words.in(language);
        return of(language).stream()
                .flatMap(word -> words.of(word).stream())
                .map(Word::stem)
                .collect(Collectors.toUnmodifiableSet());
    }
}
