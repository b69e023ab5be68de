package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds languages that are spoken of, and keeps other slots out of what is to be translated.
public final class TongueFinder implements Finder {
    private static final Set<String> INTO = Set.of("en", "in", "into", "to", "vers");
    private static final Set<String> FROM = Set.of("from", "du", "de", "l", "le", "depuis", "d", "au", "a");
    private static final Set<String> AFTER =
            Set.of("to", "vers", "en", "into", "au", "a", "word", "translation", "dictionary");
    private static final Set<String> PAIRING = Set.of("to", "into", "vers", "en", "au");
    private static final int SHIELD = 20;

    private final Gazetteer<String> tongues;

    public TongueFinder(Gazetteer<String> tongues) {
        this.tongues = tongues;
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var sentence = reading.sentence();
        var found = new ArrayList<Candidate>();
        var all = tongues.mentions(sentence, reading.language(), false);
        var meant = all.stream()
                .filter(mention -> isMeant(mention, reading) || isBeside(mention, reading, all))
                .toList();
        for (var mention : meant) {
            var span = Candidate.span(sentence, mention.from(), mention.to());
            found.add(Candidate.of(new Slot.Tongue(span, mention.value()), Candidate.NAMED + 1));
        }
        shield(found, reading, meant);
        return found;
    }

    private static boolean isMeant(Mention<String> mention, Reading reading) {
        var sentence = reading.sentence();
        var before = sentence.word(mention.from() - 1);
        var after = sentence.word(mention.to());
        if (reading.isAbout(mention.from(), Cue.TRANSLATE, Cue.TONGUE)) {
            return INTO.contains(before)
                    || FROM.contains(before)
                    || AFTER.contains(after)
                    || mention.to() == reading.end(mention.from())
                    || reading.isCue(mention.from() - 1)
                    || reading.isCue(mention.to());
        }
        return (before.equals("en") || before.equals("in") || before.equals("into"))
                && (mention.to() == reading.end(mention.from()) || reading.isQuiet(mention.to()));
    }

    /// `dictionnaire anglais-français`, `spanish to english`, `the french for`.
    private static boolean isBeside(Mention<String> mention, Reading reading, List<Mention<String>> all) {
        var sentence = reading.sentence();
        var about = reading.isAbout(mention.from(), Cue.TRANSLATE, Cue.TONGUE);
        return all.stream()
                        .anyMatch(other ->
                                isPair(sentence, mention, other, about) || isPair(sentence, other, mention, about))
                || sentence.has(mention.from() - 1, "the") && sentence.has(mention.to(), "for");
    }

    private static boolean isPair(Sentence sentence, Mention<?> first, Mention<?> second, boolean about) {
        var between = second.from() - first.to();
        return between == 0 && about || between == 1 && PAIRING.contains(sentence.word(first.to()));
    }

    /// From the word that asks for a translation to the language, or to the end where it comes first.
    private static void shield(List<Candidate> found, Reading reading, List<Mention<String>> tongues) {
        var sentence = reading.sentence();
        var asks = 0;
        while (asks < sentence.size() && !isAsking(reading, asks)) {
            asks++;
        }
        if (asks == sentence.size() || tongues.isEmpty() && !isTranslating(sentence.word(asks))) {
            return;
        }
        var run = run(sentence, tongues, asks);
        var from = asks + 1;
        var to = run == null ? reading.end(asks) : run.from();
        if (run != null && isLinked(sentence, from, run.from()) && run.to() < sentence.size()) {
            from = run.to();
            to = sentence.size();
        }
        if (from < to) {
            found.add(Candidate.shield(Candidate.span(sentence, from, to), SHIELD));
        }
    }

    /// Words with the languages that a translation is from and into.
    private record Run(int from, int to) {}

    private static @Nullable Run run(Sentence sentence, List<Mention<String>> tongues, int asks) {
        Run run = null;
        for (var mention : tongues.reversed()) {
            if (mention.from() > asks && (run == null || isLinked(sentence, mention.to(), run.from()))) {
                run = new Run(mention.from(), run == null ? mention.to() : run.to());
            }
        }
        return run;
    }

    private static boolean isLinked(Sentence sentence, int from, int to) {
        return IntStream.range(from, to)
                .allMatch(at -> INTO.contains(sentence.word(at)) || FROM.contains(sentence.word(at)));
    }

    private static boolean isAsking(Reading reading, int at) {
        return reading.isCue(at)
                && reading.isAbout(at, Cue.TRANSLATE)
                && isWordOfAsking(reading.sentence().word(at));
    }

    private static boolean isWordOfAsking(String word) {
        return isTranslating(word) || Set.of("say", "dit", "dire", "dis").contains(word);
    }

    private static boolean isTranslating(String word) {
        return word.startsWith("tradu") || word.startsWith("transl");
    }
}
