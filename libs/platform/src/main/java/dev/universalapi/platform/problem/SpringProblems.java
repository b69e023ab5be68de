package dev.universalapi.platform.problem;

import dev.universalapi.contracts.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Says in our words what Spring MVC refuses in its own.
final class SpringProblems {

    private SpringProblems() {}

    /// Empty for what nobody foresaw.
    static Optional<ProblemException> recognise(Exception thrown) {
        return switch (thrown) {
            case ProblemException problem -> Optional.of(problem);
            case NoResourceFoundException _, NoHandlerFoundException _ -> Optional.of(nothingHere());
            case HttpRequestMethodNotSupportedException method -> Optional.of(wrongMethod(method));
            case HttpMediaTypeNotAcceptableException _ ->
                Optional.of(new ProblemException(
                        ProblemType.NOT_ACCEPTABLE, "Answers are application/json; the Accept header rules that out."));
            case HttpMediaTypeNotSupportedException media ->
                Optional.of(new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "A body must be one of %s.".formatted(media.getSupportedMediaTypes())));
            case MissingServletRequestParameterException missing ->
                Optional.of(ProblemException.invalid(
                        missing.getParameterName(), "query", missing.getParameterName() + " is missing"));
            case MissingRequestHeaderException missing ->
                Optional.of(ProblemException.invalid(
                        missing.getHeaderName(), "header", missing.getHeaderName() + " is missing"));
            case MethodArgumentTypeMismatchException mismatch -> Optional.of(wrongType(mismatch));
            case HttpMessageNotReadableException unreadable -> Optional.of(unreadable(unreadable));
            case InvalidParameterException parameter -> Optional.of(unreadable(parameter));
            case ErrorResponse response ->
                byStatus(response.getStatusCode().value(), response.getBody().getDetail());
            default -> Optional.empty();
        };
    }

    /// What is said for a status alone.
    static Optional<ProblemException> byStatus(int status, @org.jspecify.annotations.Nullable String detail) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status && status < 500)
                .findFirst()
                .map(type -> new ProblemException(type, Objects.requireNonNullElse(detail, type.title() + ".")));
    }

    static ProblemException nothingHere() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is nothing at this address; GET /api/catalogue lists what there is.");
    }

    /// Tomcat reads parameters when somebody first asks for one, which may be a filter.
    static ProblemException unreadable(InvalidParameterException thrown) {
        return byStatus(thrown.getErrorCode(), null)
                .filter(problem -> problem.type() != ProblemType.INVALID_PARAMETER)
                .orElseGet(() -> new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        "The query or the form cannot be read: each parameter has a name, after each % come two"
                                + " hexadecimal digits, and what they spell is UTF-8."));
    }

    private static ProblemException wrongMethod(HttpRequestMethodNotSupportedException thrown) {
        var allowed = Optional.ofNullable(thrown.getSupportedHttpMethods()).stream()
                .flatMap(java.util.Set::stream)
                .map(HttpMethod::name)
                .sorted()
                .toList();
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED,
                "%s is not possible here, only %s.".formatted(thrown.getMethod(), String.join(", ", allowed)));
    }

    private static ProblemException wrongType(MethodArgumentTypeMismatchException thrown) {
        var wanted = Optional.ofNullable(thrown.getRequiredType())
                .map(Class::getSimpleName)
                .orElse("value");
        return ProblemException.invalid(
                thrown.getName(), "query", "%s must be a %s".formatted(thrown.getName(), wanted));
    }

    private static ProblemException unreadable(HttpMessageNotReadableException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return tooLarge.problem();
            }
        }
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "The body cannot be read as JSON of the wanted form.",
                List.of(new Problem.Mistake("body", "body", "must be JSON of the wanted form")));
    }
}
