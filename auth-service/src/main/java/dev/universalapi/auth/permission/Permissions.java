package dev.universalapi.auth.permission;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses who may not do what a route does: the gateway has asked already, and this service does not rely on it.
final class Permissions implements HandlerInterceptor {
    private static final String OURS = "dev.universalapi.auth.";
    private static final String INTERNAL = "internal:";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            var needed = Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                    .map(Needs::value)
                    .orElseGet(() -> new String[0]);
            if (!(request.getAttribute(Caller.class.getName()) instanceof Caller caller)
                    || Arrays.stream(needed).noneMatch(scope -> has(caller, scope))) {
                throw refusal(needed);
            }
        }
        return true;
    }

    private static boolean has(Caller caller, String needed) {
        return needed.startsWith(INTERNAL) ? caller.scopes().contains(needed) : caller.may(Scope.of(needed));
    }

    private static ProblemException refusal(String... needed) {
        return needed.length == 0
                ? new ProblemException(ProblemType.FORBIDDEN, "Nobody may do this.")
                : new ProblemException(
                        ProblemType.SCOPE_MISSING,
                        "This address wants the scope %s; the key does not have it"
                                .formatted(String.join(" or ", needed)));
    }
}
