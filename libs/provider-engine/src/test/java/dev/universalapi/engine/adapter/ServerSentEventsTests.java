package dev.universalapi.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.adapter.ServerSentEvents.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTests {

    @Test
    void readsNamesDataAndNothingElse() throws Exception {
        var events = all("""
                : hello
                retry: 5
                data: one

                id: 7
                event: told
                data:two
                data:  three
                data

                event: no data

                data: last

                """);

        assertThat(events)
                .containsExactly(
                        new Event("message", "one"), new Event("told", "two\n three\n"), new Event("message", "last"));
    }

    @Test
    void linesEndInAnyWay() throws Exception {
        assertThat(all("data: a\r\n\r\ndata: b\r\rdata: c\n\ndata: d\r\n\n"))
                .extracting(Event::data)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void anEventThatIsBrokenOffIsNone() throws Exception {
        assertThat(all("data: a\n\ndata: b\n")).extracting(Event::data).containsExactly("a");
        assertThat(all("data: a\n\ndata: b")).extracting(Event::data).containsExactly("a");
        assertThat(all("")).isEmpty();
    }

    @Test
    void aMarkOfTheOrderOfBytesIsSkippedOnce() throws Exception {
        assertThat(all("\ufeffdata: \ufeffé\n\n")).extracting(Event::data).containsExactly("\ufeffé");
    }

    @Test
    void linesAndEventsAreBounded() {
        var long64 = "x".repeat(64 * 1024);

        assertThatThrownBy(() -> all("data: " + long64 + "\n\n")).isInstanceOf(MisreadException.class);
        assertThatThrownBy(() -> all(("data: " + "x".repeat(1000) + "\n").repeat(70) + "\n"))
                .isInstanceOf(MisreadException.class);
    }

    private static List<Event> all(String text) throws MisreadException, IOException {
        var reader = new ServerSentEvents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var events = new ArrayList<Event>();
        for (var event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }
}
