package dev.universalapi.engine.page;

import org.jspecify.annotations.Nullable;

/// Where a caller is in a list that a provider gives page by page.
///
/// @param page from 1
/// @param offset how many elements lie before it
/// @param token what the provider gave for this page; null on the first
/// @param skip how many elements of the page were given before, where its pages are longer than was asked for
public record Position(int page, int offset, @Nullable String token, int skip) {
    /// The beginning.
    public static final Position START = new Position(1, 0, null, 0);
}
