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
        return Stream.of(offers, statuses, refusals).flatMap(tests -> tests);
    }

    private Stream<DynamicTest> offer(Offer offer) {
        var path = offer.operation().path();
        var own = samples.stream()
                .filter(sample -> sample.operation().path().equals(path))
                .toList();
        return Stream.of(
                dynamicTest(
                        "has an answer for " + path,
                        () -> require(
                                own.stream().anyMatch(Sample::ok),
                                "offers " + path + ": add to " + folder + "/samples.yml a case with `operation: " + path
                                        + "`, `query`, `body`, `origin` and the exact `answer`")),
                dynamicTest(
                        "says what it asks for " + path,
                        () -> require(
                                own.stream().anyMatch(sample -> sample.asks().isPresent()),
                                "offers " + path + ": give one of its cases in " + folder
                                        + "/samples.yml the exact call, `asks: GET https://…` (secrets as $NAME)")));
    }

    private DynamicTest status(String name, String meaning, IntPredicate statuses) {
        return dynamicTest(
                "has a sample for " + name,
                () -> require(
                        samples.stream()
                                .anyMatch(sample ->
                                        statuses.test(sample.response().status())),
                        "has no case for " + name + ": add to " + folder + "/samples.yml what it sends then (" + meaning
                                + "), with `status`, `body`, `origin` and the `outcome` it comes to"));
    }

    private void require(boolean kept, String otherwise) {
        assertThat(kept).withFailMessage("%s %s", provider.id(), otherwise).isTrue();
    }
}
