package dev.universalapi.bench.stage;

import dev.universalapi.bench.trial.Report;

/// One part of the proof, played on a running suite.
@FunctionalInterface
public interface Scene {
    void play(Stage stage, Report report) throws Exception;
}
