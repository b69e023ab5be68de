package dev.universalapi.search.intent;

import dev.universalapi.search.intent.Slot.Span;
import dev.universalapi.search.intent.classifier.Guess;
import dev.universalapi.search.intent.classifier.Tokens;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Parts a query at its conjunctions and commas where both sides surely ask for different things; and without either
/// where both sides can stand alone besides.
final class Parts {
    private static final List<List<String>> JOINTS = List.of(
            List.of("as", "well", "as"),
            List.of("along", "with"),
            List.of("ainsi", "que"),
            List.of("and"),
            List.of("then"),
            List.of("also"),
            List.of("plus"),
            List.of("but"),
            List.of("et"),
            List.of("puis"),
            List.of("aussi"),
            List.of("ensuite"),
            List.of("mais"));
    private static final String PARTING = ",;.!?&|/+\n";
    private static final int MOST_CUTS = 12;
    private static final int FEWEST = 2;
    private static final double SURE = 0.65;
    private static final double BONUS = 0.8;
    private static final double SURER = 0.8;
    private static final double SMALL_BONUS = 0.2;

    private final String text;
    private final List<Token> tokens;
    private final Function<Span, Guess> guesses;
    private final Predicate<Part> alone;
    private final Map<Span, Guess> known = new HashMap<>();

    /// A part of a query and what it is surest to ask for.
    record Part(Span span, Guess guess) {}

    /// Where a part may begin.
    ///
    /// @param at a token
    /// @param joint whether a conjunction or a comma stands there
    private record Cut(int at, boolean joint) {}

    private Parts(String text, Function<Span, Guess> guesses, Predicate<Part> alone) {
        this.text = text;
        this.guesses = guesses;
        this.alone = alone;
        this.tokens = Tokens.of(text);
    }

    /// The parts of a text in their order; the whole of it where it asks for one thing. Empty where the text has no
    /// words.
    ///
    /// @param guesses tells what a part asks for
    /// @param alone whether a part says by itself what it asks for, and of what
    static List<Part> of(String text, List<Slot> slots, Function<Span, Guess> guesses, Predicate<Part> alone) {
        var parts = new Parts(text, guesses, alone);
        return parts.tokens.isEmpty() ? List.of() : parts.best(parts.cuts(slots));
    }

    /// Where parts may begin: at the first token always, and after the last.
    private List<Cut> cuts(List<Slot> slots) {
        var cuts = new ArrayList<Cut>();
        cuts.add(new Cut(0, true));
        for (var at = 1; at < tokens.size() && cuts.size() < MOST_CUTS; at++) {
            var from = tokens.get(at).from();
            var inside = slots.stream()
                    .anyMatch(slot ->
                            slot.span().from() < from && from < slot.span().to());
            if (!inside && (isJoint(at) || isBetween(slots, at))) {
                cuts.add(new Cut(at, isJoint(at)));
            }
        }
        cuts.add(new Cut(tokens.size(), true));
        return cuts;
    }

    /// Whether two words at least, and something that can be asked of, stand on either side.
    private boolean isBetween(List<Slot> slots, int at) {
        var from = tokens.get(at).from();
        return at >= FEWEST
                && at + FEWEST <= tokens.size()
                && slots.stream().anyMatch(slot -> slot.span().to() <= from && isSubject(slot))
                && slots.stream().anyMatch(slot -> slot.span().from() >= from && isSubject(slot));
    }

    private static boolean isSubject(Slot slot) {
        return !(slot instanceof Slot.Day || slot instanceof Slot.Amount);
    }

    private boolean isJoint(int at) {
        if (joint(at) > 0) {
            return true;
        }
        var gap = text.substring(tokens.get(at - 1).to(), tokens.get(at).from());
        return gap.length() > 1 && gap.chars().anyMatch(character -> PARTING.indexOf(character) >= 0);
    }

    /// How many words from a token on join parts; 0 where they do not.
    private int joint(int at) {
        return JOINTS.stream()
                .filter(words -> at + words.size() <= tokens.size())
                .filter(words -> IntStream.range(0, words.size())
                        .allMatch(next -> tokens.get(at + next).folded().equals(words.get(next))))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    /// @param last the last part
    private record Path(@Nullable Path before, Part last, double score) {
        List<Part> parts() {
            var parts = new ArrayList<Part>();
            for (var path = this; path != null; path = path.before()) {
                parts.addFirst(path.last());
            }
            return parts;
        }
    }

    /// The likeliest way to cut: every part sure, neighbours different.
    private List<Part> best(List<Cut> cuts) {
        var paths = new ArrayList<List<Path>>();
        paths.add(List.of());
        for (var end = 1; end < cuts.size(); end++) {
            var ending = new HashMap<String, Path>();
            for (var start = 0; start < end; start++) {
                var span = span(cuts.get(start).at(), cuts.get(end).at());
                if (span == null) {
                    continue;
                }
                var part = new Part(span, known.computeIfAbsent(span, guesses));
                var whole = start == 0 && end == cuts.size() - 1;
                var joint = cuts.get(start).joint();
                if (whole || isSure(part, joint && cuts.get(end).joint())) {
                    extend(start == 0 ? null : paths.get(start), part, joint ? BONUS : SMALL_BONUS, ending);
                }
            }
            paths.add(List.copyOf(ending.values()));
        }
        return paths.getLast().stream()
                .max(Comparator.comparingDouble(Path::score))
                .map(Path::parts)
                .orElseGet(List::of);
    }

    private boolean isSure(Part part, boolean joined) {
        var sure = part.guess().probability();
        return joined ? sure >= SURE : sure >= SURER && alone.test(part);
    }

    private static void extend(@Nullable List<Path> before, Part part, double bonus, Map<String, Path> ending) {
        var log = Math.log(part.guess().probability());
        var label = part.guess().label();
        if (before == null) {
            keep(new Path(null, part, log), label, ending);
            return;
        }
        before.stream()
                .filter(path -> !path.last().guess().label().equals(label))
                .forEach(path -> keep(new Path(path, part, path.score() + log + bonus), label, ending));
    }

    private static void keep(Path path, String label, Map<String, Path> ending) {
        ending.merge(label, path, (one, other) -> one.score() >= other.score() ? one : other);
    }

    /// From one token to before another, without the words that join it to what stands before; null where nothing is
    /// left.
    private @Nullable Span span(int from, int to) {
        var first = from;
        while (from > 0 && first < to && joint(first) > 0) {
            first += joint(first);
        }
        return first >= to
                ? null
                : new Span(tokens.get(first).from(), tokens.get(to - 1).to());
    }
}
