package dev.universalapi.host.manner;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an answer is wanted: what stands in an address beside the components of a query.
///
/// @param dryRun whether only the plan is wanted
/// @param raw whether the provider's own body is wanted too
/// @param fields the members of the answer that are wanted; null for all
/// @param cursor where in a list to go on, as sent; null for its beginning
public record Manner(
        boolean dryRun,
        boolean raw,
        @Nullable Fields fields,
        @Nullable List<String> cursor) {
    private static final String DRY_RUN = "dryRun";
    private static final String RAW = "raw";

    /// What no component of a query may be called, because it is taken here.
    public static final List<String> NAMES = List.of(DRY_RUN, RAW, Fields.PARAMETER, Cursors.PARAMETER);

    /// Takes it out of the parameters of an address.
    ///
    /// @throws ProblemException if it is wrong, or not to be had of that operation
    public static Manner take(OperationType type, Map<String, List<String>> parameters) {
        var dryRun = truth(DRY_RUN, parameters.remove(DRY_RUN));
        var raw = truth(RAW, parameters.remove(RAW));
        if (raw) {
            requireJson(RAW, type);
        }
        var fields = fields(type, parameters.remove(Fields.PARAMETER));
        var cursor = PageReader.pages(type) ? parameters.remove(Cursors.PARAMETER) : null;
        return new Manner(dryRun, raw, fields, cursor);
    }

    private static @Nullable Fields fields(OperationType type, @Nullable List<String> sent) {
        if (sent == null) {
            return null;
        }
        requireJson(Fields.PARAMETER, type);
        if (sent.size() != 1) {
            throw refused(Fields.PARAMETER, "must be given once, its names parted by commas");
        }
        return Fields.of(sent.getFirst(), type);
    }

    private static void requireJson(String name, OperationType type) {
        if (type.form() != Form.RECORD) {
            throw refused(name, "is for answers of JSON; " + type.path() + " is answered otherwise");
        }
    }

    private static boolean truth(String name, @Nullable List<String> sent) {
        if (sent == null || sent.equals(List.of("false"))) {
            return false;
        }
        if (sent.equals(List.of("true"))) {
            return true;
        }
        throw refused(name, "must be true or false, and be given once");
    }

    private static ProblemException refused(String name, String rule) {
        return ProblemException.invalid(name, "query", name + " " + rule);
    }
}
