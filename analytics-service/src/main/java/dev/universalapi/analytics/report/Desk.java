package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.export.Export;
import dev.universalapi.analytics.report.export.Format;
import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.QuestionReader;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Understands what comes in with a report, and has it written as it is wanted.
final class Desk {
    private final Reports reports;
    private final Export export;
    private final Partitions partitions;
    private final InstantSource clock;

    /// One asking for a report.
    record Visit(
            MultiValueMap<String, String> sent, @Nullable String accept, Caller caller, HttpServletResponse response) {}

    Desk(Reports reports, Export export, Partitions partitions, InstantSource clock) {
        this.reports = reports;
        this.export = export;
        this.partitions = partitions;
        this.clock = clock;
    }

    /// @return null where the whole was written to the response
    @Nullable
    Page answer(Report report, Visit visit) throws IOException {
        var format = Format.of(visit.sent().getFirst("format"), visit.accept());
        var question = QuestionReader.read(visit.sent(), report.usual(), partitions, clock);
        var organisation = visit.caller().organisation();
        if (format == Format.JSON) {
            return reports.page(organisation, report, question);
        }
        var keys = Stream.concat(
                question.bucket() == null ? Stream.of() : Stream.of("bucket"),
                question.by().stream().map(Dimension::label));
        var columns = Stream.concat(keys, report.measured().stream()).toList();
        var whole = question.most(visit.sent().containsKey("limit") ? question.limit() : Export.MOST);
        export.write(
                format,
                report.label(),
                columns,
                reader -> reports.tell(organisation, report, whole, group -> reader.accept(group.values())),
                visit.response());
        return null;
    }
}
