package dev.universalapi.analytics.report.export;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// How a report is written: a page at a time, or as a whole.
public enum Format {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV("text/csv"),
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE);

    private final String type;

    Format(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// What was asked for by `?format=`, or else by the header `Accept`.
    ///
    /// @throws ProblemException where it is none of them
    public static Format of(@Nullable String parameter, @Nullable String accept) {
        return parameter == null ? accepted(accept) : named(parameter);
    }

    private static Format named(String parameter) {
        return switch (parameter) {
            case "json" -> JSON;
            case "csv" -> CSV;
            case "ndjson" -> NDJSON;
            default -> throw ProblemException.invalid("format", "query", "format must be json, csv or ndjson");
        };
    }

    private static Format accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            for (var type : wanted) {
                for (var format : List.of(JSON, CSV, NDJSON)) {
                    if (type.isCompatibleWith(format.type())) {
                        return format;
                    }
                }
            }
        } catch (InvalidMediaTypeException _) {
            // told below
        }
        throw new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "Reports are application/json, text/csv or application/x-ndjson; the Accept header rules that out.");
    }
}
