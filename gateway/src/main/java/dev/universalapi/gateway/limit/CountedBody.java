package dev.universalapi.gateway.limit;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import io.netty.handler.timeout.TimeoutException;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

/// Counts a body while it passes: a length that was not declared, or is not true, helps nobody.
final class CountedBody extends ServerHttpRequestDecorator {

    private final DataSize limit;
    private long seen;

    CountedBody(ServerHttpRequest request, DataSize limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().map(this::counted).onErrorMap(TimeoutException.class, _ -> tooSlow());
    }

    private DataBuffer counted(DataBuffer part) {
        seen += part.readableByteCount();
        if (seen > limit.toBytes()) {
            DataBufferUtils.release(part);
            throw tooLarge(limit, "more came");
        }
        return part;
    }

    static ProblemException tooLarge(DataSize limit, String what) {
        String detail = "A body may have %d bytes, %s".formatted(limit.toBytes(), what);
        return new ProblemException(ProblemType.BODY_TOO_LARGE, detail, List.of(new Mistake("body", "body", detail)));
    }

    private static ProblemException tooSlow() {
        return new ProblemException(ProblemType.REQUEST_TOO_SLOW, "The body came too slowly, or stopped coming");
    }
}
