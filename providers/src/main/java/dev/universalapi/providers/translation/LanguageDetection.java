package dev.universalapi.providers.translation;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// What language a text is in. A sentence is recognised well, a word is often several languages' word.
@Operation(path = "translation/detect", summary = "The language that a text is in")
public record LanguageDetection(
        @About("some text, a sentence at least") @Length(max = 2000) @Example("Où est la bibliothèque ?")
        String text) implements Query<LanguageDetection.Answer> {

    /// The likeliest language.
    public record Answer(
            @About("the language, by its BCP 47 tag") String language,

            @About("how sure the provider is, from 0 to 1; one provider's figures say nothing beside another's")
            double confidence) {}
}
