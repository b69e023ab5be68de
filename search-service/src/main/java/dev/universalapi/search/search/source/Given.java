package dev.universalapi.search.search.source;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a source can be asked with.
///
/// @param intent what is asked for, with what was found in the query
/// @param language of the query
/// @param today the day it is
/// @param limit how many hits are wanted
public record Given(Intent intent, Language language, LocalDate today, int limit) {

    /// Whatever of that kind stands in the query, in its order.
    <S extends Slot> List<S> slots(Class<S> kind) {
        return intent.slots().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The first of that kind.
    <S extends Slot> Optional<S> slot(Class<S> kind) {
        return slots(kind).stream().findFirst();
    }

    /// The values of identifiers of a kind, in their order.
    List<String> identifiers(Kind kind) {
        return slots(Slot.Identifier.class).stream()
                .filter(slot -> slot.kind() == kind)
                .map(Slot.Identifier::value)
                .toList();
    }
}
