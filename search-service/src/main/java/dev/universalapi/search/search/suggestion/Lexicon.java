package dev.universalapi.search.search.suggestion;

import java.util.List;
import java.util.Optional;

/// The names that queries may have: of places, coins, currencies.
public interface Lexicon {
    /// The name that a misspelt word means; empty where it is near to none, or is one.
    Optional<String> nearest(String word);

    /// Names that begin so, the best known first.
    List<Name> beginning(String letters, int most);

    /// A name.
    ///
    /// @param kind `place` or `coin`
    record Name(String text, String kind) {}
}
