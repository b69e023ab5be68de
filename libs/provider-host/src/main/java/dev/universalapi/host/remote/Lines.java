package dev.universalapi.host.remote;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An answer over HTTP, line by line, as it is read. Closing it before its end ends it for who sends it, too.
final class Lines implements Flow.Subscriber<String>, AutoCloseable {
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile int status;
    private @Nullable CompletableFuture<?> exchange;
    private @Nullable Item first;

    /// What comes next.
    sealed interface Item {}

    /// One line.
    record Line(String text) implements Item {}

    /// There is no more.
    record End() implements Item {}

    /// Nothing came in the time that was waited.
    record Silence() implements Item {}

    /// It broke off.
    ///
    /// @param sent whether anything may have reached the other side
    record Failed(boolean sent) implements Item {}

    /// Nobody is there to be asked.
    static Lines ofNobody() {
        var lines = new Lines();
        lines.items.add(new Failed(false));
        return lines;
    }

    /// Sends a request.
    ///
    /// @param most bytes that are read
    static Lines of(HttpClient http, HttpRequest request, long most) {
        var lines = new Lines();
        var exchange = http.sendAsync(request, BodyHandlers.limiting(lines::begin, most));
        lines.exchange = exchange;
        exchange.whenComplete((_, failure) -> {
            if (failure != null) {
                lines.onError(failure);
            }
        });
        return lines;
    }

    private HttpResponse.BodySubscriber<Void> begin(HttpResponse.ResponseInfo response) {
        status = response.statusCode();
        return BodyHandlers.fromLineSubscriber(this).apply(response);
    }

    /// Waits for the first item.
    ///
    /// @return whether anything may have reached the other side
    boolean reaches(Duration longest) throws InterruptedException {
        var item = next(longest);
        first = item;
        return !(item instanceof Failed(var sent)) || sent;
    }

    /// The status of HTTP, once there is a line or an end.
    int status() {
        return status;
    }

    Item next(Duration longest) throws InterruptedException {
        var known = first;
        if (known != null) {
            first = null;
            return known;
        }
        var item = items.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (item instanceof Line) {
            Objects.requireNonNull(subscription).request(1);
        }
        return item == null ? new Silence() : item;
    }

    @Override
    public void close() {
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription one) {
        subscription = one;
        one.request(1);
    }

    @Override
    public void onNext(String line) {
        items.add(new Line(line));
    }

    @Override
    public void onError(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        items.add(new Failed(!(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException)));
    }

    @Override
    public void onComplete() {
        items.add(new End());
    }
}
