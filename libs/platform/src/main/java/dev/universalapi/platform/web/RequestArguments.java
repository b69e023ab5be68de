package dev.universalapi.platform.web;

import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers what the filters found out: [Caller], [Deadline] and [RequestId] as parameters.
final class RequestArguments implements HandlerMethodArgumentResolver {
    private static final Set<Class<?>> KNOWN = Set.of(Caller.class, Deadline.class, RequestId.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KNOWN.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var type = parameter.getParameterType();
        var found = request.getAttribute(type.getName(), RequestAttributes.SCOPE_REQUEST);
        if (found == null) {
            throw new IllegalStateException("no filter has set the request's " + type.getSimpleName());
        }
        return found;
    }
}
