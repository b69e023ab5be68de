package dev.universalapi.analytics.report.export;

import dev.universalapi.platform.web.Departures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/// Writes a whole report as it is read. What fails on the way ends the connection, so that nobody takes a part for
/// the whole.
public final class Export {
    /// More rows than this are asked for a time after the other.
    public static final int MOST = 1_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Departures departures;
    private final JsonMapper json;

    public Export(Departures departures, JsonMapper json) {
        this.departures = departures;
        this.json = json;
    }

    /// Writes rows.
    @FunctionalInterface
    public interface Source {
        void tell(Consumer<Map<String, ?>> reader);
    }

    /// @param columns the names of what is in a row
    /// @param name of the file, without its end
    public void write(Format format, String name, List<String> columns, Source source, HttpServletResponse response)
            throws IOException {
        var file = name + (format == Format.CSV ? ".csv" : ".ndjson");
        response.setContentType(format.type() + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + '"');
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        departures.whileReading(PATIENCE, () -> {
            var out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 16 * 1024);
            if (format == Format.CSV) {
                Csv.line(out, columns);
            }
            try {
                source.tell(row -> line(format, row, columns, out));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            out.flush();
        });
    }

    private void line(Format format, Map<String, ?> row, List<String> columns, Writer out) {
        try {
            if (format == Format.CSV) {
                Csv.line(out, columns.stream().map(row::get).toList());
            } else {
                out.write(json.writeValueAsString(row));
                out.write('\n');
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
