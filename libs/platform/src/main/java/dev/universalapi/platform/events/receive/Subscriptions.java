package dev.universalapi.platform.events.receive;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.Handles;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.events.wire.WireType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/// Who handles what.
public final class Subscriptions {
    private final Map<String, Subscription<?>> byName = new HashMap<>();

    private record Subscription<T extends Event>(WireType type, Class<T> event, Handles<T> handles) {
        void handle(List<Received<?>> batch) {
            handles.handle(batch.stream().map(this::mine).toList());
        }

        private Received<T> mine(Received<?> received) {
            return new Received<>(
                    event.cast(received.event()),
                    received.source(),
                    received.id(),
                    received.producer(),
                    received.sequence());
        }
    }

    /// @throws IllegalArgumentException if what one handles cannot be seen, as of a lambda, or two handle the same
    public Subscriptions(Collection<Handles<?>> all) {
        all.forEach(this::add);
    }

    private <T extends Event> void add(Handles<T> handles) {
        var type = AopUtils.getTargetClass(handles);
        var event =
                ResolvableType.forClass(type).as(Handles.class).getGeneric(0).resolve();
        if (event == null) {
            throw new IllegalArgumentException(type.getName() + " must be a class that implements Handles<SomeEvent>");
        }
        @SuppressWarnings("unchecked") // what Handles<T> says
        var subscription = new Subscription<>(WireType.of(event.asSubclass(Event.class)), (Class<T>) event, handles);
        var other = byName.put(subscription.type().name(), subscription);
        if (other != null) {
            throw new IllegalArgumentException(
                    type.getName() + " and " + other.handles().getClass().getName() + " both handle "
                            + subscription.type().name());
        }
    }

    /// What is to be listened to.
    public Set<String> topics() {
        return byName.values().stream().map(each -> each.type().topic()).collect(Collectors.toSet());
    }

    /// The record of a name on the wire, if anybody handles it.
    Optional<Class<? extends Event>> event(String name) {
        return Optional.ofNullable(byName.get(name)).map(Subscription::event);
    }

    /// Hands events of one kind to who handles them.
    void handle(Class<? extends Event> event, List<Received<?>> batch) {
        var subscription = byName.get(WireType.of(event).name());
        if (subscription == null) {
            throw new IllegalStateException("nobody handles " + event.getName());
        }
        subscription.handle(batch);
    }
}
