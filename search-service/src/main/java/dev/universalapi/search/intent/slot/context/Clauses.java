package dev.universalapi.search.intent.slot.context;

import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The parts that a query has, between `and`s and commas, and what each is about. One without a word that says so is
/// about what the one before it is.
final class Clauses {
    private final int[] clause;
    private final List<Set<Cue>> cues = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final BitSet cued = new BitSet();

    Clauses(Sentence sentence, Lexicon lexicon) {
        clause = new int[sentence.size()];
        var current = -1;
        for (var at = 0; at < sentence.size(); at++) {
            var opens = at == 0
                    || sentence.token(at).gap() == Gap.BREAK
                    || lexicon.has(sentence.word(at - 1), Lexicon.Group.AND);
            if (opens) {
                cues.add(EnumSet.noneOf(Cue.class));
                firsts.add(at);
                current++;
            }
            clause[at] = current;
        }
        mark(sentence, lexicon);
        inherit();
    }

    Set<Cue> cues(int at) {
        return cues.get(clause[at]);
    }

    boolean isCue(int at) {
        return at >= 0 && cued.get(at);
    }

    /// The first word of the clause that a word is in.
    int first(int at) {
        return firsts.get(clause[at]);
    }

    /// The word after the last of the clause that a word is in.
    int end(int at) {
        return clause[at] + 1 < firsts.size() ? firsts.get(clause[at] + 1) : clause.length;
    }

    private void mark(Sentence sentence, Lexicon lexicon) {
        var at = 0;
        while (at < sentence.size()) {
            at += markAt(at, sentence, lexicon);
        }
    }

    private int markAt(int at, Sentence sentence, Lexicon lexicon) {
        for (var words = Sentence.LONGEST; words > 0; words--) {
            var key = sentence.key(at, words);
            var found = key == null ? List.<Cue>of() : lexicon.cuesOf(key);
            if (!found.isEmpty()) {
                cues.get(clause[at]).addAll(found);
                cued.set(at, at + words);
                return words;
            }
        }
        return 1;
    }

    private void inherit() {
        for (var part = 1; part < cues.size(); part++) {
            if (cues.get(part).isEmpty()) {
                cues.get(part).addAll(cues.get(part - 1));
            }
        }
        for (var part = cues.size() - 2; part >= 0; part--) {
            if (cues.get(part).isEmpty()) {
                cues.get(part).addAll(cues.get(part + 1));
            }
        }
    }
}
