package dev.universalapi.search.search.source;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// What an answer comes to.
///
/// @param kind of the fact: `price`
/// @param list where in the answer its elements are; null where it is one thing
/// @param unsafe what is true of elements that do not suit everybody
/// @param say the fact in a sentence
/// @param terms constants of contracts in words
record Taking(
        @Nullable String kind,
        @Nullable JsonPointer list,
        Elements elements,
        @Nullable JsonPointer unsafe,
        Map<Language, Wording> say,
        Terms terms) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000;

    Taking {
        say = Map.copyOf(say);
    }

    /// What an element comes to, member by member.
    record Elements(
            @Nullable Wording title,
            @Nullable Wording text,
            @Nullable Wording url,
            @Nullable Wording at,
            @Nullable Wording entity) {}

    /// The things that were found, as the source orders them.
    ///
    /// @param data the answer in its contract's form
    List<Hit> hits(JsonNode data, Hit.Source source, boolean safe) {
        var found = list == null ? List.of(data) : List.copyOf(data.at(list).values());
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < found.size(); i++) {
            var element = found.get(i);
            var title = fill(elements.title(), element);
            if (title.isEmpty() || safe && unsafe != null && element.at(unsafe).asBoolean(false)) {
                continue;
            }
            hits.add(new Hit(
                    source,
                    i + 1,
                    cut(title.get(), LONGEST_TITLE),
                    cut(fill(elements.text(), element).orElse(""), LONGEST_TEXT),
                    fill(elements.url(), element).map(Taking::address).orElse(null),
                    fill(elements.at(), element).flatMap(Moment::read).orElse(null),
                    fill(elements.entity(), element).orElse(null),
                    element));
        }
        return hits;
    }

    /// The fact in a sentence, in a language.
    Optional<String> sentence(JsonNode data, Given given) {
        var wording = say.get(given.language());
        return wording == null
                ? Optional.empty()
                : wording.fill(name -> name.startsWith("/")
                        ? terms.word(text(data.at(name)), given.language())
                        : Value.named(name).orElseThrow().of(given));
    }

    /// When the fact holds.
    Optional<Instant> moment(JsonNode data) {
        return fill(elements.at(), data).flatMap(Moment::read);
    }

    private static Optional<String> fill(@Nullable Wording wording, JsonNode element) {
        return wording == null ? Optional.empty() : wording.fill(name -> text(element.at(name)));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        var text = value.asString("");
        return text.isBlank() ? null : text.strip();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static @Nullable URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
