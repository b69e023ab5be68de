package dev.universalapi.auth.audit;

import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who acts on this thread: the caller of the request that it serves, else the service itself.
record Acting(Entry.Actor actor, Entry.Origin origin) {
    private static final Acting ITSELF = new Acting(new Entry.Actor("system", "auth-service", null), Entry.Origin.NONE);

    /// @param organisation to whom it is done
    static Acting on(String organisation) {
        return request().map(request -> of(request, organisation)).orElse(ITSELF);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? Optional.of(served.getRequest())
                : Optional.empty();
    }

    private static Acting of(HttpServletRequest request, String organisation) {
        if (!(request.getAttribute(Caller.class.getName()) instanceof Caller caller)) {
            return ITSELF;
        }
        var home = caller.organisation().equals(organisation) ? null : caller.organisation();
        // a part of the suite speaks for nobody
        var actor = Audit.NOBODY.equals(home)
                ? new Entry.Actor("system", caller.keyId(), null)
                : new Entry.Actor("key", caller.keyId(), home);
        return new Acting(
                actor,
                new Entry.Origin(
                        request.getHeader(InternalToken.ADDRESS),
                        text(request.getAttribute(RequestId.class.getName())),
                        request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static @Nullable String text(@Nullable Object known) {
        return known == null ? null : Objects.toString(known);
    }
}
