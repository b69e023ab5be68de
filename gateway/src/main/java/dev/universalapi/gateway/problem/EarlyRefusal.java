package dev.universalapi.gateway.problem;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem;
import dev.universalapi.platform.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Gives a problem also to a request that does not get as far as Spring, for it can't be decoded or addresses
/// nothing.
@Sharable
final class EarlyRefusal extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<Boolean> REFUSED = AttributeKey.valueOf(EarlyRefusal.class, "refused");
    private static final long LINGER_MILLIS = 2_000;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (context.channel().hasAttr(REFUSED)) {
            ReferenceCountUtil.release(message);
            return;
        }
        Optional<ProblemException> problem = problem(message);
        if (problem.isEmpty()) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        context.channel().attr(REFUSED).set(true);
        context.writeAndFlush(answer(problem.get())).addListener(_ -> linger(context));
    }

    /// Closing at once while the caller still sends would reset the connection, and the answer would be lost with it.
    private static void linger(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel) {
            var _ = channel.shutdownOutput();
        }
        context.channel().config().setAutoRead(true);
        Runnable close = () -> {
            var _ = context.close();
        };
        var _ = context.executor().schedule(close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Optional<ProblemException> problem(Object message) {
        if (!(message instanceof HttpObject part)) {
            return Optional.empty();
        }
        if (part.decoderResult().isFailure()) {
            return Optional.of(
                    switch (part.decoderResult().cause()) {
                        case TooLongHttpLineException _ ->
                            new ProblemException(ProblemType.ADDRESS_TOO_LONG, "The request line is far too long");
                        case TooLongHttpHeaderException _ ->
                            new ProblemException(ProblemType.HEADERS_TOO_LARGE, "The headers are far too large");
                        default -> new ProblemException(ProblemType.INVALID_PARAMETER, "This is no HTTP request");
                    });
        }
        return part instanceof HttpRequest request && !isAddress(request.uri())
                ? Optional.of(new ProblemException(ProblemType.INVALID_PARAMETER, "The address is no URI (RFC 3986)"))
                : Optional.empty();
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static DefaultFullHttpResponse answer(ProblemException thrown) {
        String id = RequestId.fresh().value();
        Problem problem = Problem.of(thrown, "", id);
        byte[] body = problem.json();
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        HttpHeaders headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        AnswerHeadersFilter.forEach(id, headers::set);
        return answer;
    }
}
