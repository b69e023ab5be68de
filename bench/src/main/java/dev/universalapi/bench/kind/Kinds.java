package dev.universalapi.bench.kind;

import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import java.net.http.HttpClient;

/// Operations that are streamed, binary or commands, which no provider of the catalogue offers yet: proved on two
/// providers of the trial's own, through gateway and host.
public final class Kinds implements Trial {
    private static final int READERS = 100;
    private static final int FEWER = 12;

    @Override
    public String name() {
        return "kinds";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        var readers = scale.of(READERS, FEWER);
        try (var folder = Folder.make(scale.project(), "kinds ");
                var workshop = Workshop.open(scale.project(), folder.path(), 2 * readers);
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            report.section("Streams, bytes and commands");
            new Streams(workshop, http).play(report);
            new Answers(workshop, http).play(report);
            report.section("Slow clients on a stream");
            new SlowReaders(workshop, http, readers).play(report);
        }
    }
}
