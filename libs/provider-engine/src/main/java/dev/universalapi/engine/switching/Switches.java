package dev.universalapi.engine.switching;

import java.util.Optional;

/// What operators have switched off for everybody. It is asked at every question, and waits for nobody.
@FunctionalInterface
public interface Switches {
    /// Nothing is switched off.
    Switches NONE = _ -> Optional.empty();

    /// Why it is switched off, in the operator's words; empty if it is not.
    ///
    /// @param target `provider:<id>` or `operation:<category>/<operation>`
    Optional<String> off(String target);

    /// Why nobody asks that provider; empty if it may be asked.
    default Optional<String> provider(String id) {
        return off("provider:" + id);
    }

    /// Why nobody may ask that operation; empty if it may be asked.
    default Optional<String> operation(String path) {
        return off("operation:" + path);
    }
}
