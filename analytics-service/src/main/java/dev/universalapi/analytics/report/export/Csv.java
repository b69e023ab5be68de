package dev.universalapi.analytics.report.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Writes CSV (RFC 4180) that a spreadsheet shows and never carries out: a text that would begin a formula gets an
/// apostrophe before it.
final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static void line(Writer out, Collection<? extends @Nullable Object> values) throws IOException {
        var separator = "";
        for (var value : values) {
            out.write(separator);
            out.write(cell(value));
            separator = ",";
        }
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(one -> one == '"' || one == ',' || one == '\r' || one == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
