package dev.universalapi.providers.utility;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;

/// What the QR code in a picture says.
@Operation(path = "utility/qr-read", summary = "The text of a QR code in a picture")
public record QrReading(
        @About("where the picture is: public, at most 1 MiB, PNG, GIF or JPEG")
        @Example("https://api.qrserver.com/v1/create-qr-code/?size=300x300&data=HelloWorld")
        URI imageUrl)
        implements Query<QrReading.Answer> {

    /// The first code that was found.
    public record Answer(
            @About("what it says, as written in it") String text) {}
}
