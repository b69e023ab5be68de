package dev.universalapi.host.coordinate;

import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Component;
import java.lang.annotation.Annotation;
import java.util.Optional;

/// The two components of a query that say where, for which the name of a place will do as well.
///
/// @param latitude the name of the component of degrees north
/// @param longitude the name of the component of degrees east
public record Coordinates(String latitude, String longitude) {
    /// Where callers name the place.
    public static final String PLACE = "place";

    /// Those of an operation; empty if it has none, or more than one pair.
    ///
    /// @throws IllegalArgumentException if it calls something else a place
    static Optional<Coordinates> of(OperationType type) {
        var found = only(type, Latitude.class)
                .flatMap(
                        latitude -> only(type, Longitude.class).map(longitude -> new Coordinates(latitude, longitude)));
        if (found.isPresent() && type.query().component(PLACE).isPresent()) {
            throw new IllegalArgumentException(
                    type.path() + ": `place` stands for coordinates and names no other component");
        }
        return found;
    }

    /// Whether a component is one of them, and neither of them was sent.
    public boolean missing(String name, Sent sent) {
        return (name.equals(latitude) || name.equals(longitude)) && !sent.has(latitude) && !sent.has(longitude);
    }

    private static Optional<String> only(OperationType type, Class<? extends Annotation> which) {
        var names = type.query().components().stream()
                .filter(component -> component.declared().isAnnotationPresent(which))
                .map(Component::name)
                .toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }
}
