package dev.universalapi.bench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsPageTests {
    private static final String WATERED = """
            package dev.universalapi.contracts.event.garden;

            /// Somebody has watered
            /// a plant.
            ///
            /// @param organisation whose plant it is
            /// @param litres how much water it got,
            ///   at least 1
            /// @param by who did it
            @Wire(value = "garden.watered.v1", promise = Promise.DIRECT)
            public record Watered(String organisation, int litres, @Nullable String by) implements Event {}
            """;

    @TempDir
    Path project;

    @Test
    void describesAnEventWithItsOwnerPromiseMembersAndExample() throws Exception {
        write("libs/contracts/src/main/java/dev/universalapi/contracts/event/garden/Watered.java", WATERED);
        write("libs/contracts/src/test/resources/events/garden.watered.v1.json", "{ \"id\" : \"1\" }\n");

        var page = EventsPage.write(project);

        assertThat(page)
                .contains(
                        "## garden\n\nTopic `garden.events`.\n\n### garden.watered.v1\n\nSomebody has watered a plant.\n")
                .contains("Promise: direct:")
                .contains("| `litres` | whole number |  | how much water it got, at least 1 |")
                .contains("| `by` | text | may be absent | who did it |")
                .contains("```json\n{ \"id\" : \"1\" }\n```");
    }

    @Test
    void stopsAtAnEventWithoutGoldenFile() throws IOException {
        write("libs/contracts/src/main/java/dev/universalapi/contracts/event/garden/Watered.java", WATERED);

        assertThatThrownBy(() -> EventsPage.write(project))
                .isInstanceOf(FindingException.class)
                .hasMessageContaining("golden");
    }

    @Test
    void stopsAtAMemberOfWhichNothingIsSaid() throws IOException {
        write(
                "libs/contracts/src/main/java/dev/universalapi/contracts/event/garden/Watered.java",
                WATERED.replace("/// @param by who did it\n", ""));

        assertThatThrownBy(() -> EventsPage.write(project)).hasMessageContaining("by");
    }

    @Test
    void stopsWhereThereIsNoEvent() throws IOException {
        write("libs/contracts/src/main/java/dev/universalapi/contracts/event/Event.java", "interface Event {}");

        assertThatThrownBy(() -> EventsPage.write(project)).hasMessageContaining("no event");
    }

    private void write(String name, String text) throws IOException {
        var file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
