package dev.universalapi.engine.kind;

import java.util.Arrays;

/// An answer that is bytes: a picture, a sound, a document.
///
/// @param contentType as the provider names it, `image/png`; `application/octet-stream` where it does not
/// @param bytes at most 4 MiB, never changed by anybody
public record Binary(String contentType, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary(var type, var content)
                && contentType.equals(type)
                && Arrays.equals(bytes, content);
    }

    @Override
    public int hashCode() {
        return 31 * contentType.hashCode() + Arrays.hashCode(bytes);
    }

    /// Without the bytes.
    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
