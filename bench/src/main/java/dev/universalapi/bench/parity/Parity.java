package dev.universalapi.bench.parity;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;

/// Every call that `docs/parity.md` names answers 200 through the gateway.
public final class Parity implements Scene {

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Parity with the system before");
        var page = ParityPage.read(stage.project());
        report.figure("rows of endpoints answered", page.count(Row.Kind.ANSWERED));
        report.figure("rows that wait for an issue", page.count(Row.Kind.WAITING));
        report.figure("rows that have nothing, and why", page.count(Row.Kind.NEVER));
        var broken = new ArrayList<String>();
        for (var call : page.calls()) {
            var answer = answer(stage.gateway(), call);
            if (answer.status() != 200) {
                broken.add(call + " gave " + answer);
            }
        }
        report.checkAll("each call of docs/parity.md answers 200", page.calls().size(), broken);
    }

    private static Caller.Answer answer(Caller gateway, Call call) throws IOException, InterruptedException {
        return call.method().equals("GET")
                ? gateway.get(call.address())
                : gateway.post(
                        call.address(),
                        call.body().orElse("{}").getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }
}
