package dev.universalapi.platform.events.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTests {
    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String NOT_SAMPLED = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final Memory memory = new Memory();
    private final OtelTracer tracer = new OtelTracer(
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(memory))
                    .build()
                    .get("test"),
            new OtelCurrentTraceContext(),
            _ -> {});
    private final Traces traces = new Traces(tracer);

    /// Keeps spans that have ended.
    private static final class Memory implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void linksABatchToItsOriginsAndIsNoneOfTheirChildren() {
        traces.linked("events garden", "garden.events", List.of(SAMPLED, SAMPLED, NOT_SAMPLED, "nonsense"), () -> {});

        var span = memory.spans.getFirst();
        assertThat(span.getName()).isEqualTo("events garden");
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks())
                .singleElement()
                .satisfies(link ->
                        assertThat(link.getSpanContext().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void passesOnWhereItIs() {
        var span = tracer.nextSpan().start();
        try (var _ = tracer.withSpan(span)) {
            assertThat(traces.here())
                    .isEqualTo("00-%s-%s-01"
                            .formatted(span.context().traceId(), span.context().spanId()));
        }
        span.end();

        assertThat(traces.here()).isNull();
    }

    @Test
    void tellsTheSpanOfAFailure() {
        assertThatThrownBy(() -> traces.linked("events", "garden.events", List.of(), () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(memory.spans.getFirst().getEvents()).isNotEmpty();
    }

    @Test
    void worksWhereNothingIsTraced() {
        var done = new ArrayList<String>();

        new Traces(null).linked("events", "garden.events", List.of(SAMPLED), () -> done.add("done"));

        assertThat(done).containsExactly("done");
        assertThat(new Traces(null).here()).isNull();
    }
}
