package dev.universalapi.platform.web;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Tomcat's HTTP/1.1, that lets [Departures] see the socket of the request at hand. Tomcat makes it by name.
///
/// Tomcat itself does not look at a socket between the request and the answer, so nobody else can tell that the
/// caller has left while an upstream is slow.
public final class WatchedProtocol extends Http11NioProtocol {
    static final ScopedValue<SocketWrapperBase<?>> SOCKET = ScopedValue.newInstance();

    @Override
    protected Processor createProcessor() {
        return new WatchedExchange(this, getAdapter());
    }

    private static final class WatchedExchange extends Http11Processor {
        WatchedExchange(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            return ScopedValue.where(SOCKET, socket).call(() -> super.service(socket));
        }
    }
}
