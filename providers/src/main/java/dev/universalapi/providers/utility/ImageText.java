package dev.universalapi.providers.utility;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The words in a picture: a scan, a receipt, a road sign. The picture is given by its address or as it is; one
/// without words is not found.
@Operation(path = "utility/ocr", summary = "The words in a picture")
public record ImageText(
        @About("where the picture is: public, at most 1 MB, PNG, JPEG or GIF; or left out, and `imageBase64` given")
        @Example("http://dl.a9t9.com/ocrbenchmark/eng.png")
        @Nullable
        URI imageUrl,

        @About("the picture itself in Base64, at most 700000 characters")
        @Length(max = 700_000)
        @Matches("[A-Za-z0-9+/]++={0,2}+")
        @Nullable
        String imageBase64,

        @About("what kind of picture `imageBase64` is") @Matches("image/(png|jpeg|gif)") @Default("image/png")
        String contentType,

        @About("the language of the words, by its BCP 47 tag") @Default("en") @Example("en")
        String language)
        implements Query<ImageText.Answer> {

    /// Everything that was read.
    public record Answer(
            @About("the words, line by line as they stand") String text) {}
}
