package dev.universalapi.platform.events.trace;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries traces over Kafka in W3C form, and joins them by links: a batch has many origins, and one that waited an
/// hour is no part of the request that published it.
public final class Traces {
    private static final int MOST_LINKS = 32;
    private static final int PARTS = 4;
    private static final int TRACE_ID = 32;
    private static final int SPAN_ID = 16;

    private final @Nullable Tracer tracer;

    /// @param tracer null where nothing is traced
    public Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /// Where we are, as `traceparent`; null outside of all traces.
    public @Nullable String here() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        if (context.traceId().length() != TRACE_ID) {
            return null;
        }
        return "00-%s-%s-%s"
                .formatted(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }

    /// Does the work in a span of its own, which links to the origins that were sampled.
    public void linked(String name, String topic, List<String> origins, Runnable work) {
        if (tracer == null) {
            work.run();
            return;
        }
        var links = origins.stream()
                .distinct()
                .map(this::context)
                .flatMap(Optional::stream)
                .filter(context -> Boolean.TRUE.equals(context.sampled()))
                .limit(MOST_LINKS)
                .toList();
        var builder = tracer.spanBuilder().setNoParent().name(name).tag("topic", topic);
        links.forEach(context -> builder.addLink(new Link(context)));
        var span = builder.start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private Optional<TraceContext> context(String traceparent) {
        var parts = traceparent.split("-", -1);
        if (tracer == null || parts.length != PARTS || !isHex(parts[1], TRACE_ID) || !isHex(parts[2], SPAN_ID)) {
            return Optional.empty();
        }
        return Optional.of(tracer.traceContextBuilder()
                .traceId(parts[1])
                .spanId(parts[2])
                .sampled(parts[3].equals("01"))
                .build());
    }

    private static boolean isHex(String text, int length) {
        Supplier<Boolean> digits = () -> text.chars().allMatch(HexFormat::isHexDigit);
        return text.length() == length && digits.get();
    }
}
