package dev.universalapi.host.coordinate;

import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operation that knows where places are: it is asked by one text, and answers with a list of records that have
/// `name`, `latitude` and `longitude`, the likeliest first.
///
/// @param text the component that takes the name
/// @param places the component of the answer that lists them
record Gazetteer(OperationType type, String text, Component places, Shape.RecordOf place) {
    private static final String LIMIT = "limit";
    private static final double NORTHERNMOST = 90;
    private static final double EASTERNMOST = 180;

    /// Where a place is.
    record Spot(String name, double latitude, double longitude) {}

    /// An operation as one.
    ///
    /// @throws IllegalArgumentException if it cannot be used so
    static Gazetteer of(OperationType type) {
        var texts = type.query().components().stream()
                .filter(component -> !component.optional()
                        && !component.declared().isAnnotationPresent(Default.class)
                        && component.shape().equals(new Shape.One(Scalar.TEXT)))
                .toList();
        for (var component : type.answer().components()) {
            if (texts.size() == 1
                    && component.shape() instanceof Shape.ListOf(Shape.RecordOf place)
                    && is(place, "name", Scalar.TEXT)
                    && is(place, "latitude", Scalar.DOUBLE)
                    && is(place, "longitude", Scalar.DOUBLE)) {
                return new Gazetteer(type, texts.getFirst().name(), component, place);
            }
        }
        throw new IllegalArgumentException("universal.providers.places names " + type.path()
                + ", which is not asked by one text, or does not list places by name, latitude and longitude");
    }

    /// The question for a place of that name.
    Binding question(String name) {
        var parameters = new LinkedHashMap<String, List<String>>(Map.of(text, List.of(name)));
        if (type.query().component(LIMIT).isPresent()) {
            parameters.put(LIMIT, List.of("1"));
        }
        return type.bind(parameters);
    }

    /// The first place of an answer, if there is one and it is on Earth.
    Optional<Spot> first(Record answer) {
        return places.get(answer) instanceof List<?> found && !found.isEmpty() && found.getFirst() instanceof Record one
                ? spot(place.values(one))
                : Optional.empty();
    }

    private static Optional<Spot> spot(Map<String, Object> values) {
        return values.get("name") instanceof String name
                        && values.get("latitude") instanceof Double latitude
                        && values.get("longitude") instanceof Double longitude
                        && Math.abs(latitude) <= NORTHERNMOST
                        && Math.abs(longitude) <= EASTERNMOST
                ? Optional.of(new Spot(name, latitude, longitude))
                : Optional.empty();
    }

    private static boolean is(Shape.RecordOf place, String name, Scalar scalar) {
        return place.component(name)
                .filter(component -> !component.optional() && component.shape().equals(new Shape.One(scalar)))
                .isPresent();
    }
}
