package dev.universalapi.providers.translation;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// The languages that the provider that answers can translate to; another one may know others.
@Operation(path = "translation/languages", summary = "Languages that can be translated to")
public record LanguageList() implements Query<LanguageList.Answer> {

    /// All of them.
    public record Answer(
            @About("one a language, in the provider's order")
            List<Language> languages) {
        public Answer {
            languages = List.copyOf(languages);
        }
    }

    /// A language, or a variant of one.
    public record Language(
            @About("BCP 47 tag") String language,
            @About("its name in English") String name) {}
}
