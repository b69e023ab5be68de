package dev.universalapi.search.intent;

import dev.universalapi.search.intent.Parts.Part;
import dev.universalapi.search.intent.Slot.Span;
import dev.universalapi.search.intent.classifier.Guess;
import dev.universalapi.search.intent.classifier.Tokens;
import dev.universalapi.search.intent.slot.Slots;
import dev.universalapi.search.intent.word.Remainder;
import dev.universalapi.search.intent.word.Sayings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Understands queries: their language, what they ask for, and by which slots and words. Safe for many threads.
///
/// Until [#load] has returned, words alone tell what is asked for.
public final class Interpreter {
    private static final String NONE = "none";
    private static final double THRESHOLD = 0.35;
    private static final double TOLD = 0.7;
    private static final int MOST_INTENTS = 5;
    private static final int FEW = 2;
    private static final double DOUBT = 0.5;

    private final Sayings sayings = Sayings.load();
    private volatile @Nullable Models models;

    /// Loads models and gazetteers, which takes some CPU seconds; once is enough.
    public void load() {
        models = Models.load();
    }

    /// Whether it understands by more than words.
    public boolean isReady() {
        return models != null;
    }

    /// The gazetteers, which others suggest by as well; empty until it is ready.
    public Optional<Slots> slots() {
        return Optional.ofNullable(models).map(Models::slots);
    }

    /// @param query as it was typed; longer than 400 characters once cleaned, the rest is not looked at
    /// @param allowed languages that it may be in; all where empty
    /// @param today the day that "tomorrow" is told from
    public Understanding understand(String query, Set<Language> allowed, LocalDate today) {
        var text = Cleaning.clean(query);
        var loaded = models;
        if (loaded == null) {
            var language = byWords(text, allowed);
            return new Understanding(text, language, told(text, language), false);
        }
        var language = byModel(loaded, text, allowed);
        var slots = loaded.slots().find(text, language, today);
        Function<Span, Guess> guesses = span -> {
            var guess = loaded.intents().best(Marks.read(text, slots, span));
            var stands = stands(text, language, slots, span, guess.label());
            return stands ? guess : new Guess(guess.label(), guess.probability() * DOUBT);
        };
        return new Understanding(text, language, intents(text, language, slots, guesses), true);
    }

    /// Whether a part can ask for something by itself: two bare words after a conjunction most often go with what
    /// stands before, and so do words that an intent cannot be asked by ("solar power and wind turbines").
    private boolean stands(String text, Language language, List<Slot> slots, Span part, String category) {
        if (part.from() == 0 || slots.stream().anyMatch(slot -> Marks.isIn(slot, part))) {
            return true;
        }
        var tokens = Tokens.of(text.substring(part.from(), part.to()));
        return Sharing.isNeedy(category)
                ? sayings.says(category, language, tokens)
                        && Remainder.of(sayings, category, language, text, part, List.of())
                                .isEmpty()
                : tokens.size() > FEW || sayings.says(category, language, tokens);
    }

    private List<Intent> told(String text, Language language) {
        Function<Span, Guess> guesses =
                span -> sayings.told(Tokens.of(text.substring(span.from(), span.to())), language)
                        .map(category -> new Guess(category, TOLD))
                        .orElse(new Guess(NONE, TOLD));
        return intents(text, language, List.of(), guesses);
    }

    private List<Intent> intents(String text, Language language, List<Slot> slots, Function<Span, Guess> guesses) {
        var parts = Parts.of(text, slots, guesses, part -> isAlone(text, language, slots, part));
        var strays = new Strays(parts, Interpreter::asks);
        var intents = parts.stream()
                .filter(Interpreter::asks)
                .limit(MOST_INTENTS)
                .map(part -> intent(text, language, slots, part, strays.of(part)))
                .toList();
        return Sharing.share(intents, slots);
    }

    private static boolean asks(Part part) {
        return !part.guess().label().equals(NONE) && part.guess().probability() >= THRESHOLD;
    }

    /// Whether a part says its intent and something that the intent is asked of.
    private boolean isAlone(String text, Language language, List<Slot> slots, Part part) {
        var category = part.guess().label();
        var tokens = Tokens.of(text.substring(part.span().from(), part.span().to()));
        return sayings.names(category, language, tokens)
                && slots.stream().anyMatch(slot -> Marks.isIn(slot, part.span()) && Uses.has(category, slot));
    }

    private Intent intent(String text, Language language, List<Slot> slots, Part part, List<Span> strays) {
        var category = part.guess().label();
        var used = slots.stream()
                .filter(slot -> Marks.isIn(slot, part.span()) && Uses.has(category, slot))
                .toList();
        var asked = text.substring(part.span().from(), part.span().to());
        var rest = Stream.concat(Stream.of(part.span()), strays.stream())
                .sorted(Comparator.comparingInt(Span::from))
                .map(span -> Remainder.of(sayings, category, language, text, span, used))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        return new Intent(category, part.guess().probability(), asked, used, rest);
    }

    private static Language byModel(Models loaded, String text, Set<Language> allowed) {
        return only(
                allowed,
                () -> loaded.languages().classify(Languages.read(text)).stream()
                        .map(guess -> Language.valueOf(guess.label()))
                        .filter(language -> allowed.isEmpty() || allowed.contains(language))
                        .findFirst()
                        .orElse(Language.EN));
    }

    private Language byWords(String text, Set<Language> allowed) {
        var tokens = Tokens.of(text);
        return only(
                allowed,
                () -> List.of(Language.values()).stream()
                        .filter(language -> allowed.isEmpty() || allowed.contains(language))
                        .max(Comparator.comparingLong(language -> sayings.known(tokens, language)))
                        .orElse(Language.EN));
    }

    private static Language only(Set<Language> allowed, Supplier<Language> told) {
        return allowed.size() == 1 ? allowed.iterator().next() : told.get();
    }
}
