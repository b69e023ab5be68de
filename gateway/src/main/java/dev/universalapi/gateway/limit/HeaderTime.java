package dev.universalapi.gateway.limit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose request line and headers do not arrive in time, however busily it drips.
///
/// It stands before the decoder, where it sees bytes; [#afterDecoder] tells it when they have become a request.
final class HeaderTime extends ChannelInboundHandlerAdapter {

    private final Duration limit;
    private boolean inHeaders = true;
    private @Nullable Future<?> alarm;

    HeaderTime(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (inHeaders && alarm == null) {
            Runnable close = () -> {
                var _ = context.close();
            };
            alarm = context.executor().schedule(close, limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disarm();
        context.fireChannelInactive();
    }

    ChannelInboundHandlerAdapter afterDecoder() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    disarm();
                    inHeaders = false;
                }
                if (message instanceof LastHttpContent) {
                    inHeaders = true;
                }
                context.fireChannelRead(message);
            }
        };
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
