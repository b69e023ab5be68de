package dev.universalapi.platform.events.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.events.Handles;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.events.garden.Admired;
import dev.universalapi.platform.events.garden.Watered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionsTests {

    /// Notes what it hears.
    private static final class Notes implements Handles<Watered> {
        private final List<Received<Watered>> heard = new ArrayList<>();

        @Override
        public void handle(List<Received<Watered>> batch) {
            heard.addAll(batch);
        }
    }

    @Test
    void givesWhoHandlesItTheEvent() {
        var notes = new Notes();
        var subscriptions = new Subscriptions(List.of(notes));
        var event = new Watered("acme", "1", 2, Instant.EPOCH);

        subscriptions.handle(Watered.class, List.of(new Received<>(event, "garden", "1", "p", 7)));

        assertThat(subscriptions.topics()).containsExactly("garden.events");
        assertThat(subscriptions.event("garden.watered.v1")).contains(Watered.class);
        assertThat(subscriptions.event("garden.admired.v1")).isEmpty();
        assertThat(notes.heard).containsExactly(new Received<>(event, "garden", "1", "p", 7));
    }

    @Test
    void refusesWhatDoesNotSayWhatItHandles() {
        Handles<Watered> lambda = _ -> {};

        assertThatThrownBy(() -> new Subscriptions(List.of(lambda))).hasMessageContaining("must be a class");
    }

    @Test
    void refusesTwoThatHandleTheSame() {
        assertThatThrownBy(() -> new Subscriptions(List.of(new Notes(), new Notes())))
                .hasMessageContaining("both handle");
    }

    @Test
    void handsNothingToNobody() {
        var subscriptions = new Subscriptions(List.of(new Notes()));

        assertThatThrownBy(() -> subscriptions.handle(Admired.class, List.of()))
                .isInstanceOf(IllegalStateException.class);
    }
}
