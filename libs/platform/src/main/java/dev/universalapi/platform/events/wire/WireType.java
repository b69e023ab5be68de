package dev.universalapi.platform.events.wire;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;

/// What the record of an event says about how it travels.
///
/// @param name the name on the wire: `usage.recorded.v1`
/// @param topic where its owner tells everything: `search.events`
/// @param event the record
public record WireType(String name, Promise promise, String topic, Class<? extends Event> event) {
    private static final ClassValue<WireType> KNOWN = new ClassValue<>() {
        @Override
        protected WireType computeValue(Class<?> type) {
            return read(type.asSubclass(Event.class));
        }
    };

    /// @throws IllegalArgumentException if it is no record with [Wire] on it
    public static WireType of(Class<? extends Event> type) {
        return KNOWN.get(type);
    }

    /// Where what cannot be handled of a topic is kept.
    public static String dead(String topic) {
        return topic + ".dead";
    }

    private static WireType read(Class<? extends Event> type) {
        var wire = type.getAnnotation(Wire.class);
        if (wire == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no event: it must be a record with @Wire on it");
        }
        var place = type.getPackageName();
        return new WireType(
                wire.value(), wire.promise(), place.substring(place.lastIndexOf('.') + 1) + ".events", type);
    }
}
