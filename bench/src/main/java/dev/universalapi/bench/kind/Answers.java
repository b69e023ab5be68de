package dev.universalapi.bench.kind;

import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Bytes as they are, and letters that are sent once.
final class Answers {
    private static final String[] NO_KEY = {"Content-Type", "application/json"};

    private final Workshop workshop;
    private final HttpClient http;

    Answers(Workshop workshop, HttpClient http) {
        this.workshop = workshop;
        this.http = http;
    }

    void play(Report report) throws IOException, InterruptedException {
        bytesAreWhatTheyWere(report);
        tooManyAreAProblem(report);
        aLetterIsSentOnce(report);
    }

    private void bytesAreWhatTheyWere(Report report) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(workshop.address() + "/api/kind/picture?how=fine"))
                .header("Authorization", "Bearer " + workshop.key())
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        var drawing = World.drawing();
        report.check(
                "bytes come as they are, with their type and length",
                answer.statusCode() == 200
                        && Arrays.equals(answer.body(), drawing)
                        && answer.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .equals("image/png")
                        && answer.headers().firstValueAsLong("Content-Length").orElse(0) == drawing.length,
                answer.statusCode() + " " + answer.headers().map());
    }

    private void tooManyAreAProblem(Report report) throws IOException, InterruptedException {
        var answer = workshop.caller().get("/api/kind/picture?how=huge");
        report.check(
                "too many bytes are a problem",
                answer.status() == 502
                        && answer.at("/attempts/0/outcome").equals("malformed")
                        && answer.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .startsWith("application/problem+json"),
                answer.toString());
    }

    private void aLetterIsSentOnce(Report report) throws IOException, InterruptedException {
        var letter = "{\"to\": \"ada\"}".getBytes(StandardCharsets.UTF_8);
        var key = new String[] {
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };
        var before = workshop.world().letters();
        var one = workshop.caller().post("/api/kind/letter", letter, key);
        var other = workshop.caller().post("/api/kind/letter", letter, key);
        var sent = workshop.world().letters() - before;
        report.check(
                "a command by one key is carried out once and answered alike",
                one.status() == 200 && other.status() == 200 && one.text().equals(other.text()) && sent == 1,
                sent + " sent; " + one + "; " + other);
        var keyless = workshop.caller().post("/api/kind/letter", letter, NO_KEY);
        report.check(
                "a command without a key is a 400 and is not carried out",
                keyless.status() == 400 && workshop.world().letters() == before + 1,
                keyless.toString());
    }
}
