package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One rule under `refuse`. A sample stands for it if that sample comes to something else in a manifest without
/// it.
final class RefusalRule {
    private static final String REFUSE = "refuse";

    private final Path folder;
    private final Operations operations;
    private final Provider provider;
    private final List<Sample> samples;
    private final String owner;
    private final int index;
    private final String name;

    private RefusalRule(
            Path folder,
            Operations operations,
            Provider provider,
            List<Sample> samples,
            String owner,
            int index,
            Object rule) {
        this.folder = folder;
        this.operations = operations;
        this.provider = provider;
        this.samples = samples;
        this.owner = owner;
        this.index = index;
        this.name = (owner.isEmpty() ? "" : owner + " ") + rule;
    }

    static Stream<RefusalRule> of(Path folder, Operations operations, Provider provider, List<Sample> samples) {
        var manifest = read(folder);
        var owners = new ArrayList<String>(List.of(""));
        owners.addAll(provider.offers().stream()
                .map(offer -> offer.operation().path())
                .toList());
        return owners.stream().flatMap(owner -> {
            var rules = rules(part(manifest, owner));
            return Stream.iterate(0, i -> i + 1)
                    .limit(rules.size())
                    .map(i -> new RefusalRule(folder, operations, provider, samples, owner, i, rules.get(i)));
        });
    }

    String name() {
        return name;
    }

    void isNeeded() throws IOException {
        var manifest = read(folder);
        var part = part(manifest, owner);
        var rules = new ArrayList<>(rules(part));
        rules.remove(index);
        if (rules.isEmpty()) {
            part.remove(REFUSE);
        } else {
            part.put(REFUSE, rules);
        }
        var without = load(manifest);
        assertThat(samples.stream().anyMatch(sample -> changes(sample, without)))
                .withFailMessage(
                        "%s: no sample needs the rule %s: add to %s/samples.yml the response that it is for, with its `outcome` and `message`",
                        provider.id(), name, folder)
                .isTrue();
    }

    private boolean changes(Sample sample, Provider without) {
        var path = sample.operation().path();
        var before = provider.offer(path).orElseThrow().read(sample.query(), sample.response());
        var after = without.offer(path).orElseThrow().read(sample.query(), sample.response());
        return !before.equals(after);
    }

    private Provider load(Map<String, Object> manifest) throws IOException {
        var catalogue = Files.createTempDirectory("catalogue");
        var own = Files.createDirectory(catalogue.resolve(provider.id()));
        var file = Files.writeString(
                own.resolve("provider.yml"), new Dump(DumpSettings.builder().build()).dumpToString(manifest));
        try {
            return Catalogue.load(operations, catalogue).provider(provider.id()).orElseThrow();
        } finally {
            Files.delete(file);
            Files.delete(own);
            Files.delete(catalogue);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(Path folder) {
        try {
            return (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(folder.resolve("provider.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> part(Map<String, Object> manifest, String owner) {
        return owner.isEmpty()
                ? manifest
                : mapping(mapping(manifest.get("operations")).get(owner));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> rules(Map<String, Object> part) {
        return switch (part.get(REFUSE)) {
            case null -> List.of();
            case List<?> several -> several;
            case Object one -> List.of(one);
        };
    }
}
