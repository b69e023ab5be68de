package dev.universalapi.bench.doctor;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.Redaction;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.shape.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a provider answered as one more sample of it, without secrets.
///
/// @param folder with a folder for each provider
/// @param today the date of the samples
record Notebook(Path folder, LocalDate today) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Half a sentence that says what was done.
    ///
    /// @param heard all responses; the last is the answer, and one that a call before brought comes before it
    String write(Sample sample, Tried tried, List<EgressResponse> heard, Collection<String> secrets)
            throws IOException {
        var provider = folder.resolve(tried.attempt().provider());
        var response = heard.getLast();
        var name = "%s.%s%s".formatted(sample.operation().path().replace('/', '.'), today, ending(response.body()));
        if (Files.exists(provider.resolve(name))) {
            return "already recorded today";
        }
        var answer = Json.contract(Objects.requireNonNull(tried.answer()).value());
        var text = new StringBuilder("- operation: " + sample.operation().path() + "\n");
        text.append("  query: ").append(Json.contract(sample.query())).append('\n');
        if (sample.first().isPresent() && heard.size() > 1) {
            var before = heard.get(heard.size() - 2).body();
            text.append("  first: ").append(quoted(new String(redacted(before, secrets), StandardCharsets.UTF_8)));
            text.append('\n');
        }
        response.header("content-type")
                .ifPresent(type -> text.append("  headers: { content-type: ")
                        .append(quoted(type))
                        .append(" }\n"));
        text.append("  file: ").append(name).append('\n');
        text.append("  origin: recorded ").append(today).append('\n');
        text.append("  answer: ")
                .append(quoted(Redaction.redact(answer.toString(), secrets)))
                .append('\n');
        Files.write(provider.resolve(name), redacted(response.body(), secrets));
        Files.writeString(provider.resolve("samples.yml"), text, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
        return "recorded as " + name;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static byte[] redacted(byte[] body, Collection<String> secrets) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return Redaction.redact(text.toString(), secrets).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            return body; // bytes, such as those of a picture
        }
    }

    private static String ending(byte[] body) {
        for (var letter : body) {
            if (letter > ' ') {
                return letter == '{' || letter == '[' ? ".json" : letter == '<' ? ".xml" : ".txt";
            }
        }
        return ".bin";
    }
}
