package dev.universalapi.bench.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParityPageTests {
    private static final Path PROJECT = Path.of("..");
    private static final String CATALOGUE = "/api/catalogue";

    @Test
    void readsCallsWaitingsAndReasons() {
        var page = ParityPage.of(List.of(
                "# Parity",
                "| theirs | state | ours |",
                "|---|---|---|",
                "| `GET /api/old` | OK | `GET /api/a/b?c=d`, then `POST /api/e/f {\"g\": 1}` |",
                "| `GET /api/older` | BROKEN | issue 7: one question, every source |",
                "| `GET /api/oldest` | OFF | none: nobody knows it |"));

        assertThat(page.calls())
                .containsExactly(
                        new Call("GET", "/api/a/b?c=d", Optional.empty()),
                        new Call("POST", "/api/e/f", Optional.of("{\"g\": 1}")));
        assertThat(page.rows().stream().map(Row::kind))
                .containsExactly(
                        Optional.of(Row.Kind.ANSWERED), Optional.of(Row.Kind.WAITING), Optional.of(Row.Kind.NEVER));
    }

    @Test
    void believesNoRowThatSaysNothingOrTwoThings() {
        assertThat(new Row("`GET /api/old`", "OK", "").kind()).isEmpty();
        assertThat(new Row("`GET /api/old`", "OK", "soon").kind()).isEmpty();
        assertThat(new Row("`GET /api/old`", "FINE", "none: nobody knows it").kind())
                .isEmpty();
        assertThat(new Row("`GET /api/old`", "OK", "issue 7: as `GET /api/a/b`").kind())
                .isEmpty();
        assertThatThrownBy(() -> ParityPage.of(List.of("| `GET /api/old` | OK |")))
                .hasMessageContaining("three columns");
    }

    @Test
    void everyRowOfThePageSaysOneThing() throws IOException {
        var page = ParityPage.read(PROJECT);

        assertThat(page.rows())
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.kind())
                        .as(row.theirs() + " beside " + row.ours())
                        .isPresent());
    }

    @Test
    void everyCallOfThePageIsOneThatTheSandboxAnswersWell() throws IOException {
        var folder = PROJECT.resolve("providers/catalogue");
        var catalogue = Catalogue.load(Operations.beside(Content.class), folder);
        var samples = Samples.load(catalogue, folder);
        var faults = new ArrayList<String>();

        for (var call : ParityPage.read(PROJECT).calls()) {
            if (!call.address().equals(CATALOGUE)) {
                fault(call, catalogue, samples).ifPresent(fault -> faults.add(call + ": " + fault));
            }
        }

        assertThat(faults).isEmpty();
    }

    private static Optional<String> fault(Call call, Catalogue catalogue, Samples samples) {
        var parts = call.address().split("\\?", 2);
        var operation = catalogue.operations().find(parts[0].replaceFirst("/api/", ""));
        if (operation.isEmpty()) {
            return Optional.of("there is no such operation");
        }
        return switch (bound(operation.get(), call, parts.length > 1 ? parts[1] : "")) {
            case Binding.Refused refused -> Optional.of(refused.violations().toString());
            case Binding.Bound(var query) -> {
                var asked = catalogue.offering(operation.get().path()).stream()
                        .filter(offer -> offer.unsupported(query).isEmpty())
                        .toList();
                yield asked.isEmpty()
                        ? Optional.of("no provider can answer it")
                        : asked.stream()
                                .map(offer -> samples.of(
                                        offer.provider(), offer.operation().path()))
                                .flatMap(ofOne -> failing(ofOne, operation.get(), query).stream())
                                .findFirst();
            }
        };
    }

    /// Where a provider's failure was written down for this very question, so that the sandbox plays it.
    private static Optional<String> failing(List<Sample> samples, OperationType operation, Record query) {
        var same = samples.stream()
                .filter(sample -> operation.meaning(sample.query()).equals(operation.meaning(query)))
                .toList();
        return same.isEmpty() || same.stream().anyMatch(Sample::ok)
                ? Optional.empty()
                : Optional.of(same.getFirst().place() + " fails for it; ask for something else, such as another limit");
    }

    private static Binding bound(OperationType operation, Call call, String parameters) {
        return call.body()
                .map(json -> operation.bind(json.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> operation.bind(values(parameters)));
    }

    private static Map<String, List<String>> values(String parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : parameters.split("&", -1)) {
            var parts = parameter.split("=", 2);
            if (parts.length > 1) {
                values.put(parts[0], List.of(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
            }
        }
        return values;
    }
}
