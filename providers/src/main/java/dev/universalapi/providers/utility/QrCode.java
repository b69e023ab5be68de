package dev.universalapi.providers.utility;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;

/// A text or an address as a QR code, black on white, with the quiet zone that readers need.
@Operation(path = "utility/qr-code", summary = "A text as a QR code, a picture")
public record QrCode(
        @About("what the code says: a text, or an address with its https://")
        @Length(max = 900)
        @Example("https://example.org/menu")
        String text,

        @About("width and height, pixels") @Range(min = 100, max = 1000) @Default("300") @Example("300")
        int size,

        @About("the kind of picture") @Default("PNG") @Example("PNG")
        Format format)
        implements Query<Binary> {

    /// Kinds of pictures.
    public enum Format {
        /// Pixels.
        PNG,
        /// Lines, sharp at any size.
        SVG
    }
}
