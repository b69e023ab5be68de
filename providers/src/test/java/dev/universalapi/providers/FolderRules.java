package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// What a provider's folder must hold. The messages are for somebody who adds the first provider of a life.
final class FolderRules {
    private final Path folder;
    private final Operations operations;
    private final Provider provider;
    private final List<Sample> samples;

    FolderRules(Path catalogue, Operations operations, Provider provider, List<Sample> samples) {
        this.folder = catalogue.resolve(provider.id());
        this.operations = operations;
        this.provider = provider;
        this.samples = samples;
    }

    Stream<DynamicTest> tests() {
        var offers = provider.offers().stream().flatMap(this::offer);
        var statuses = Stream.of(
                status("401 or 403", "a refused key or caller", code -> code == 401 || code == 403),
                status("404", "an address or thing it does not know", code -> code == 404),
                status("429", "too many calls", code -> code == 429),
                status("5xx", "its own failure", code -> code >= 500));
        var refusals = RefusalRule.of(folder, operations, provider, samples)
                .map(rule -> dynamicTest("has a sample for the refusal " + rule.name(), rule::isNeeded));
        return Stream.of(offers, statuses, refusals, Stream.of(origins())).flatMap(tests -> tests);
    }

    private Stream<DynamicTest> offer(Offer offer) {
        var path = offer.operation().path();
        return Stream.of(
                dynamicTest(
                        "has an answer for " + path,
                        () -> assertThat(samples)
                                .as(
                                        "%s offers %s: add to %s/samples.yml a case with `operation: %s`, `query`, `body`, `origin` and the exact `answer`",
                                        provider.id(), path, folder, path)
                                .anyMatch(sample ->
                                        sample.ok() && sample.operation().path().equals(path))),
                dynamicTest(
                        "says what it asks for " + path,
                        () -> assertThat(samples)
                                .as(
                                        "%s offers %s: give one of its cases in %s/samples.yml the exact call, `asks: GET https://…` (secrets as $NAME)",
                                        provider.id(), path, folder)
                                .anyMatch(sample -> sample.asks().isPresent()
                                        && sample.operation().path().equals(path))));
    }

    private DynamicTest status(String name, String meaning, IntPredicate statuses) {
        return dynamicTest(
                "has a sample for " + name,
                () -> assertThat(samples)
                        .as(
                                "%s: add to %s/samples.yml what it sends with %s (%s), with `status`, `body`, `origin` and the `outcome` it comes to",
                                provider.id(), folder, name, meaning)
                        .anyMatch(sample -> statuses.test(sample.response().status())));
    }

    private DynamicTest origins() {
        return dynamicTest(
                "says where its samples are from",
                () -> assertThat(samples)
                        .as(
                                "%s: `origin` is `recorded <date>` or `documented <page>`, and may go on after a comma",
                                folder)
                        .allMatch(sample -> sample.origin()
                                .matches("(recorded \\d{4}-\\d{2}-\\d{2}|documented https://[^ ,]+)(, .+)?")));
    }
}
