package dev.universalapi.search.intent.slot.context;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;

/// A text as finders read it: its words, what each part of it is about, and which words say nothing of their own.
public final class Reading {
    private final Sentence sentence;
    private final Language language;
    private final LocalDate today;
    private final Lexicon lexicon;
    private final Clauses clauses;
    private final BitSet quiet = new BitSet();

    Reading(Sentence sentence, Language language, LocalDate today, Lexicon lexicon) {
        this.sentence = sentence;
        this.language = language;
        this.today = today;
        this.lexicon = lexicon;
        this.clauses = new Clauses(sentence, lexicon);
        for (var at = 0; at < sentence.size(); at++) {
            quiet.set(at, clauses.isCue(at) || isIn(sentence.word(at), Lexicon.Group.QUIET));
        }
    }

    public Sentence sentence() {
        return sentence;
    }

    public Language language() {
        return language;
    }

    public LocalDate today() {
        return today;
    }

    /// Whether the part of the text that a word is in is about one of these.
    public boolean isAbout(int at, Cue... cues) {
        return Arrays.stream(cues).anyMatch(clauses.cues(at)::contains);
    }

    /// What the part of the text that a word is in is about; where nothing is said, empty.
    public Set<Cue> about(int at) {
        return clauses.cues(at);
    }

    public boolean isCue(int at) {
        return clauses.isCue(at);
    }

    /// From the word on: the one after the last of its part of the text.
    public int end(int at) {
        return clauses.end(at);
    }

    /// Notes that these parts of the text are understood, and so say nothing more.
    public void take(Collection<Slot.Span> spans) {
        var taken = new BitSet();
        spans.forEach(span -> taken.set(span.from(), span.to()));
        for (var at = 0; at < sentence.size(); at++) {
            if (taken.get(sentence.token(at).from())) {
                quiet.set(at);
            }
        }
    }

    /// Whether the words between these are all that says something in their part of the text.
    public boolean isAlone(int from, int to) {
        return quiet.nextClearBit(clauses.first(from)) >= from && quiet.nextClearBit(to) >= clauses.end(to - 1);
    }

    /// Whether a word says nothing of its own here.
    public boolean isQuiet(int at) {
        return quiet.get(at);
    }

    /// Whether a place may follow the words before this one: `in`, `près de`.
    public boolean isAfterAt(int at) {
        return isAfter(at, Lexicon.Group.AT) && !isArticle(at - 1);
    }

    public boolean isAfterOf(int at) {
        return isAfter(at, Lexicon.Group.OF);
    }

    public boolean isAfterTo(int at) {
        return isAfter(at, Lexicon.Group.TO) && !isArticle(at - 1);
    }

    public boolean isAfterBe(int at) {
        return isAfter(at, Lexicon.Group.BE);
    }

    public boolean isAfterPerson(int at) {
        return isAfter(at, Lexicon.Group.PERSON) || at > 0 && lexicon.given().contains(sentence.word(at - 1));
    }

    public boolean isNever(String key) {
        return isIn(key, Lexicon.Group.NEVER);
    }

    /// Whether some words say nothing of their own anywhere: articles, prepositions, words that say what a query is
    /// about.
    public boolean isSilent(String key) {
        return isIn(key, Lexicon.Group.QUIET)
                || isIn(key, Lexicon.Group.OF)
                || !lexicon.cuesOf(key).isEmpty();
    }

    /// Whether the word is large where small ones are too, and not the first of the text.
    public boolean isLarge(int at) {
        return at > 0 && sentence.mindsLetters() && sentence.token(at).isLarge();
    }

    /// Whether between two words nothing ends.
    public boolean isUnbroken(int from, int to) {
        return IntStream.range(from + 1, to + 1)
                .allMatch(at -> sentence.token(at).gap() != Gap.BREAK);
    }

    /// `a` is an article in English, and `à` without its accent in French.
    private boolean isArticle(int at) {
        return sentence.word(at).equals("a")
                && language == Language.EN
                && !sentence.written(at).equals("à");
    }

    private boolean isAfter(int at, Lexicon.Group group) {
        for (var words = 1; words <= 3; words++) {
            var key = sentence.key(at - words, words);
            if (key != null && isIn(key, group) && sentence.token(at).gap() != Gap.BREAK) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String key, Lexicon.Group group) {
        return lexicon.has(key, group);
    }
}
