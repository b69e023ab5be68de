package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.Wire.Sending;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// One request on its way, and somebody who waits for it. The exchange has a thread of its own, so that the wait
/// ends on time and at an interrupt, whatever the exchange is blocked in.
final class Exchange {
    private final EgressRequest request;
    private final HttpUriRequestBase message;
    private final Sending sending = new Sending();
    private final FutureTask<EgressResponse> task;

    Exchange(Wire wire, EgressRequest request) {
        this.request = request;
        this.message = wire.message(request);
        this.task = new FutureTask<>(() -> wire.exchange(message, request.uri(), sending));
    }

    EgressResponse await() throws EgressException {
        Thread.ofVirtual().name("egress").start(task);
        try {
            return task.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            var sent = abandon();
            throw new EgressException(
                    Kind.TIMEOUT, "no whole answer within " + request.timeout().toMillis() + " ms", sent);
        } catch (InterruptedException _) {
            var sent = abandon();
            Thread.currentThread().interrupt();
            throw new EgressException(Kind.CANCELLED, "the caller left", sent);
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause(), request, sending.begun());
        }
    }

    // closing a connection may block in turn
    private boolean abandon() {
        var sent = sending.giveUp();
        Thread.ofVirtual().name("egress-abort").start(() -> {
            message.abort();
            task.cancel(true);
        });
        return sent;
    }
}
