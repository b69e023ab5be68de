package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.shape.Written;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes values as their shape says, so that [Restoring] finds them equal.
final class Writing {
    private final JsonGenerator json;

    Writing(JsonGenerator json) {
        this.json = json;
    }

    void write(Shape shape, Object value) {
        switch (shape) {
            case Shape.One _ -> one(value);
            case Shape.Choice _ -> json.writeString(((Enum<?>) value).name());
            case Shape.ListOf list -> {
                json.writeStartArray();
                for (var element : (List<?>) value) {
                    write(list.element(), element);
                }
                json.writeEndArray();
            }
            case Shape.MapOf map -> {
                json.writeStartObject();
                ((Map<?, ?>) value).forEach((name, element) -> {
                    json.writeName(name.toString());
                    write(map.element(), element);
                });
                json.writeEndObject();
            }
            case Shape.RecordOf record -> {
                json.writeStartObject();
                for (var component : record.components()) {
                    var inner = component.get((Record) value);
                    if (inner != null) {
                        json.writeName(component.name());
                        write(component.shape(), inner);
                    }
                }
                json.writeEndObject();
            }
        }
    }

    private void one(Object value) {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Integer whole -> json.writeNumber(whole);
            case Long whole -> json.writeNumber(whole);
            case Year year -> json.writeNumber(year.getValue());
            case Double real -> json.writeNumber(real);
            case BigDecimal exact -> json.writeNumber(exact);
            default -> json.writeString(Written.text(value));
        }
    }
}
