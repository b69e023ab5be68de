package dev.universalapi.providers.translation;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// What a text says, in another language. Plain text in and out: markup is translated like words.
///
/// Language tags are asked for in their usual case, so that one language has one name in caches and at providers
/// that tell cases apart.
@Operation(path = "translation/translate", summary = "A text in another language")
public record Translation(
        @About("what to translate, plain text") @Length(max = 5000) @Example("Where is the library?")
        String text,

        @About("the language that it is in, by its BCP 47 tag (`en`, `pt-BR`, `zh-Hans`); recognised where left out")
        @Matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
        @Nullable
        String from,

        @About("the language that is wanted, by its BCP 47 tag (`en`, `pt-BR`, `zh-Hans`)")
        @Matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
        @Example("fr")
        String to)
        implements Query<Translation.Answer> {

    /// The translation.
    public record Answer(
            @About("the translation, plain text") String text,

            @About("the language that the original is in, by its BCP 47 tag: as recognised, else as asked")
            String from) {}
}
