package dev.universalapi.engine.sample;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.yaml.Folder;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import dev.universalapi.engine.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads one `samples.yml`.
final class SampleReader {
    private static final List<String> WORDS = List.of(
            "operation",
            "query",
            "first",
            "asks-first",
            "asks",
            "status",
            "headers",
            "body",
            "file",
            "origin",
            "answer",
            "outcome",
            "message");

    private final Provider provider;
    private final Folder folder;
    private final Mistakes mistakes;

    SampleReader(Provider provider, Folder folder, Mistakes mistakes) {
        this.provider = provider;
        this.folder = folder;
        this.mistakes = mistakes;
    }

    List<Sample> read(String text) {
        var samples = new ArrayList<Sample>();
        YamlReader.read(text, mistakes).ifPresent(yaml -> {
            if (yaml instanceof Yaml.Items cases) {
                cases.items().forEach(one -> sample(one).ifPresent(samples::add));
            } else {
                mistakes.add(yaml.line(), "the samples are no list", "begin each with `- operation: …`");
            }
        });
        return List.copyOf(samples);
    }

    private Optional<Sample> sample(Yaml where) {
        if (!(where instanceof Yaml.Entries sample)) {
            mistakes.add(where.line(), "a sample is no mapping", "write `- operation: …` and below it its words");
            return Optional.empty();
        }
        sample.values().keySet().stream()
                .filter(word -> !WORDS.contains(word))
                .forEach(word -> mistakes.add(
                        sample.line(word), "`" + word + "` is no word of samples", "use " + String.join(", ", WORDS)));
        var path = sample.text("operation").orElse("");
        var offer = provider.offer(path);
        if (offer.isEmpty()) {
            mistakes.add(
                    sample.line("operation"),
                    provider.id() + " has no operation `" + path + "`",
                    "use one of its manifest");
            return Optional.empty();
        }
        var type = offer.get().operation();
        var query = query(sample, type);
        var response = response(sample);
        var first = first(sample, offer.get());
        var expected = expected(sample);
        if (sample.text("origin")
                .filter(origin -> origin.startsWith("recorded ") || origin.startsWith("documented "))
                .isEmpty()) {
            mistakes.add(
                    sample.line("origin"),
                    "the sample does not say where it is from",
                    "write `origin: recorded <date>` or `origin: documented <page>`");
        }
        var place = mistakes.file() + ":" + sample.line();
        return query.flatMap(asked -> expected.map(wanted -> new Sample(
                place,
                type,
                asked,
                sample.text("asks"),
                first,
                response,
                sample.text("origin").orElse(""),
                wanted)));
    }

    private Optional<Record> query(Yaml.Entries sample, OperationType type) {
        var parameters = new LinkedHashMap<String, List<String>>();
        sample.entries("query")
                .values()
                .forEach((name, value) -> parameters.put(
                        name, List.of(value.items().stream().map(Yaml::text).collect(Collectors.joining(",")))));
        return switch (type.bind(parameters)) {
            case Binding.Bound bound -> Optional.of(bound.query());
            case Binding.Refused refused -> {
                refused.violations()
                        .forEach(violation ->
                                mistakes.add(sample.line("query"), violation.detail(), "write a query that is valid"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Sample.First> first(Yaml.Entries sample, Offer offer) {
        var first = sample.find("first");
        if (first.isPresent() != offer.before().isPresent()
                && sample.text("outcome").filter("unsupported"::equals).isEmpty()) {
            mistakes.add(
                    sample.line("first"),
                    first.isPresent() ? "the operation has no call before" : "the call before has no sample",
                    first.isPresent() ? "leave `first` out" : "write its body as `first:`");
        }
        return first.map(
                body -> new Sample.First(sample.text("asks-first"), new EgressResponse(200, Map.of(), written(body))));
    }

    private EgressResponse response(Yaml.Entries sample) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sample.entries("headers")
                .values()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value.text())));
        return new EgressResponse(status(sample), headers, body(sample));
    }

    private int status(Yaml.Entries sample) {
        var status = sample.text("status").orElse("200");
        if (!status.matches("[1-5][0-9]{2}")) {
            mistakes.add(sample.line("status"), "`" + status + "` is no status", "write one such as 404");
            return 200;
        }
        return Integer.parseInt(status);
    }

    private byte[] body(Yaml.Entries sample) {
        var body = sample.find("body");
        var file = sample.text("file");
        if (body.isPresent() && file.isPresent()) {
            mistakes.add(sample.line("file"), "there is `body` and `file`", "keep one");
        }
        if (file.isPresent()) {
            var read = file.filter(name -> !name.contains("/") && !name.contains("\\"))
                    .flatMap(name -> folder.bytes(provider.id(), name));
            if (read.isEmpty()) {
                mistakes.add(sample.line("file"), "there is no file `" + file.get() + "`", "put it beside samples.yml");
            }
            return read.orElse(new byte[0]);
        }
        return body.map(SampleReader::written).orElse(new byte[0]);
    }

    private static byte[] written(Yaml body) {
        var text = body instanceof Yaml.Word ? body.text() : body.json().toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Sample.Expected> expected(Yaml.Entries sample) {
        var answer = sample.find("answer");
        var outcome = sample.text("outcome");
        if (answer.isPresent() == outcome.isPresent()) {
            mistakes.add(
                    sample.line(), "a sample has one of `answer` and `outcome`", "write what is made of the response");
            return Optional.empty();
        }
        if (answer.isPresent()) {
            if (sample.find("message").isPresent()) {
                mistakes.add(sample.line("message"), "an answer has no message", "leave it out");
            }
            return answer(answer.get());
        }
        var label = outcome.orElseThrow();
        var found = Arrays.stream(Outcome.values())
                .filter(known -> known.label().equals(label))
                .findFirst();
        if (found.isEmpty()) {
            var labels = Arrays.stream(Outcome.values()).map(Outcome::label).toList();
            mistakes.add(
                    sample.line("outcome"),
                    "there is no outcome `" + label + "`",
                    "use one of " + String.join(", ", labels));
        }
        return found.map(known -> new Sample.Failed(known, sample.text("message")));
    }

    /// A mapping, or a text that is JSON, for numbers of more digits than YAML keeps in all hands.
    private Optional<Sample.Expected> answer(Yaml where) {
        if (where instanceof Yaml.Word word) {
            try {
                var bytes = word.text().getBytes(StandardCharsets.UTF_8);
                return Optional.of(
                        new Sample.Answer(Bodies.read(bytes, Reads.JSON, "").top()));
            } catch (UnreadableException e) {
                mistakes.add(where.line(), "the answer is no JSON: " + e.why(), "write a mapping");
                return Optional.empty();
            }
        }
        return Optional.of(new Sample.Answer(where.json()));
    }
}
