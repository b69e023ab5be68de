package dev.universalapi.platform.web;

import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads how long the caller waits: 1 to 30000 ms, 10 s if it does not say.
final class DeadlineFilter extends OncePerRequestFilter {
    private final InstantSource clock;

    DeadlineFilter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var wait = read(request.getHeader(Deadline.HEADER));
            request.setAttribute(
                    Deadline.class.getName(), new Deadline(clock.instant().plus(wait)));
        } catch (ProblemException invalid) {
            ProblemResponses.send(invalid, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Duration read(@Nullable String header) {
        if (header == null) {
            return Deadline.DEFAULT;
        }
        try {
            var wait = Duration.ofMillis(Integer.parseInt(header.strip()));
            if (wait.isPositive() && wait.compareTo(Deadline.LONGEST) <= 0) {
                return wait;
            }
        } catch (NumberFormatException _) {
            // told below, as any other value that cannot be
        }
        throw ProblemException.invalid(
                Deadline.HEADER,
                "header",
                "%s must be a whole number of milliseconds from 1 to %d"
                        .formatted(Deadline.HEADER, Deadline.LONGEST.toMillis()));
    }
}
