package dev.universalapi.providers;

/// Marks where the content is: the contracts lie in the packages below this class's, the catalogue on the same
/// class path in `catalogue/<provider id>/`. Whoever reads either starts here, so there is no list of them.
public final class Content {
    private Content() {}
}
