package dev.universalapi.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Ending;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.platform.web.Departures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LateReaderTests {
    private static final Pace SHORT = new Pace(Duration.ofSeconds(15), Duration.ofMillis(1), 2, 1000, 2000);

    private final CountDownLatch dropped = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private record Words(String words) {}

    @Test
    void isToldThatTheRestIsDropped() throws IOException {
        var streams = new EventStreams(new Departures(), new JsonMapper(), meters, SHORT);

        streams.send(this::tell, "/api/song/ballad", "request-1", new LateResponse());

        assertThat(read.toString(StandardCharsets.UTF_8))
                .startsWith("event: part\nid: 1\n")
                .contains("event: error\nid: 2\n", "/docs/problems/stream-broken", "read too slowly")
                .endsWith("}\n\n");
        assertThat(meters.get("provider.streams.dropped").counter().count()).isEqualTo(1);
    }

    private Ending tell(Sink<Record> sink) {
        var taken = Taken.TAKEN;
        while (taken == Taken.TAKEN) {
            taken = sink.part(new Words("la"));
        }
        dropped.countDown();
        return new Ending.Broken(
                taken.toString(),
                new Receipt(
                        "request-1",
                        "guild",
                        "song/ballad",
                        Map.of(),
                        Instant.EPOCH,
                        "live",
                        List.of(),
                        List.of(),
                        null));
    }

    /// Takes nothing until its reader was dropped.
    private final class LateResponse extends MockHttpServletResponse {
        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) throws IOException {
                    try {
                        dropped.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    read.write(one);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}
            };
        }
    }
}
