package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an answer tells where its list goes on.
///
/// @param token where the provider's token for the next page is
public record Onward(Paging paging, Optional<Address> token) {
    private static final Shape TEXT = new Shape.One(Scalar.TEXT);

    /// What stands where the token is: a text, nothing, or what is no token.
    Found token(Scope scope) {
        return token.<Found>map(address -> address.find(scope))
                .map(found -> found instanceof Found.Value(var value) ? Readers.read(value, TEXT, scope) : found)
                .orElse(Found.ABSENT);
    }

    /// Where the list goes on; null at its end.
    ///
    /// @param listed how many elements the list had; -1 if there is none that is made element by element
    @Nullable
    Position next(Scope scope, int listed, Found token) {
        var whole = scope.whole();
        var said = token instanceof Found.Value(String text) ? text : null;
        return listed < 0
                ? null
                : paging.next(whole.query(), whole.known().position(), listed, said)
                        .orElse(null);
    }
}
