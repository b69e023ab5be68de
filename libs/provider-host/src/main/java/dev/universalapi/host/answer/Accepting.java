package dev.universalapi.host.answer;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Whether a caller takes the form that an answer will have. It is known only with the operation, so that no mapping
/// can say it.
public final class Accepting {

    private Accepting() {}

    /// @param accept the header, where there is one
    /// @throws ProblemException if it rules the form out
    public static void check(@Nullable String accept, MediaType form) {
        if (accept != null && !accept.isBlank() && !takes(accept, form)) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "Answers are " + form + "; the Accept header rules that out.");
        }
    }

    private static boolean takes(String accept, MediaType form) {
        try {
            return MediaType.parseMediaTypes(accept).stream().anyMatch(type -> type.includes(form));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
