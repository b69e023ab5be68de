package dev.universalapi.bench.stock;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The catalogue of the checkout, its samples, and its manifests as plain YAML, so that not everything is believed of
/// the engine.
public final class Stock {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Catalogue catalogue;
    private final Samples samples;
    private final Map<String, JsonNode> manifests = new TreeMap<>();
    private final Map<String, List<String>> texts = new TreeMap<>();
    private final List<Exchange> exchanges;

    private Stock(Catalogue catalogue, Samples samples) {
        this.catalogue = catalogue;
        this.samples = samples;
        this.exchanges = catalogue.providers().stream()
                .flatMap(provider -> samples.of(provider.id()).stream()
                        .map(sample -> Exchange.of(
                                provider.offer(sample.operation().path()).orElseThrow(), sample)))
                .toList();
    }

    public static Stock of(Path project) throws IOException {
        var folder = folder(project);
        var catalogue = Catalogue.load(Operations.beside(Content.class), folder);
        var stock = new Stock(catalogue, Samples.load(catalogue, folder));
        for (var provider : catalogue.providers()) {
            var manifest = folder.resolve(provider.id()).resolve("provider.yml");
            stock.manifests.put(provider.id(), YAML.readTree(manifest.toFile()));
            stock.texts.put(provider.id(), Files.readAllLines(manifest));
        }
        return stock;
    }

    public static Path folder(Path project) {
        return project.resolve("providers/catalogue");
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Samples samples() {
        return samples;
    }

    /// Every sample, by provider.
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /// Those that are answered after a call, as JSON.
    public List<Exchange> answered() {
        return exchanges.stream()
                .filter(exchange -> exchange.sample().ok() && exchange.offer().calls())
                .filter(exchange -> exchange.offer().operation().form() == Form.RECORD)
                .toList();
    }

    /// Those that are refused after a call.
    public List<Exchange> refused() {
        return exchanges.stream()
                .filter(exchange -> exchange.sample().expected() instanceof Sample.Failed(Outcome outcome, var _)
                        && outcome != Outcome.UNSUPPORTED)
                .toList();
    }

    /// A provider's first answer to an operation.
    public Optional<Exchange> first(String provider, String operation) {
        return exchanges.stream()
                .filter(exchange -> exchange.provider().equals(provider)
                        && exchange.operation().equals(operation)
                        && exchange.sample().ok())
                .findFirst();
    }

    public JsonNode manifest(String provider) {
        return manifests.getOrDefault(provider, MissingNode.getInstance());
    }

    /// What a manifest says of an operation.
    public JsonNode written(Exchange exchange) {
        return manifest(exchange.provider()).path("operations").path(exchange.operation());
    }

    public int lines(String provider) {
        return texts.getOrDefault(provider, List.of()).size();
    }

    /// Whether a comment of a manifest has these words.
    public boolean comments(String provider, String words) {
        return !words.isEmpty()
                && texts.getOrDefault(provider, List.of()).stream()
                        .map(line -> line.indexOf("# ") < 0 ? "" : line.substring(line.indexOf("# ")))
                        .anyMatch(comment -> comment.contains(words));
    }
}
