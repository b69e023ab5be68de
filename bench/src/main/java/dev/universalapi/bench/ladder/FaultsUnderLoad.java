package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.CatalogueFolder;
import dev.universalapi.bench.stage.CatalogueFolder.Expectation;
import dev.universalapi.bench.stage.Fault;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Each fault on each provider of a few operations of several categories, one after the other, under load: hardly a
/// request is lost. What each provider of the catalogue answers is the subject of the proof `catalogue`.
final class FaultsUnderLoad implements Scene {
    private final int perSecond;
    private final Duration each;
    private final int atOnce;
    private final Questions questions;

    /// @param each how long each fault lasts
    /// @param atOnce how many categories suffer at once; within one a provider suffers alone
    FaultsUnderLoad(int perSecond, Duration each, int atOnce, Questions questions) {
        this.perSecond = perSecond;
        this.each = each;
        this.atOnce = atOnce;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Seven faults on every provider, %d requests a second".formatted(perSecond));
        var catalogue = CatalogueFolder.read(stage.project());
        var categories = Questions.OPERATIONS.stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.substring(0, operation.indexOf('/')),
                        TreeMap::new,
                        Collectors.toList()));
        try (var stages = Executors.newFixedThreadPool(atOnce)) {
            var playing = new ArrayList<Future<List<Suffering>>>();
            for (var operations : categories.values()) {
                playing.add(stages.submit(() -> play(stage, catalogue, operations)));
            }
            for (var played : playing) {
                played.get().forEach(suffering -> suffering.tell(report));
            }
        }
    }

    // one after the other: operations of a category may have a provider in common
    private List<Suffering> play(Stage stage, CatalogueFolder catalogue, List<String> operations) throws Exception {
        var told = new ArrayList<Suffering>();
        for (var operation : operations) {
            var providers = catalogue.struck(operation).stream()
                    .map(Expectation::provider)
                    .toList();
            var suffering = new Suffering(stage, operation, providers, questions);
            for (var provider : providers) {
                for (var fault : Fault.values()) {
                    suffering.play(provider, fault, perSecond, each);
                }
            }
            told.add(suffering);
        }
        return told;
    }
}
