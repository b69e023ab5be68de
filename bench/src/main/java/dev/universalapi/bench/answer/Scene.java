package dev.universalapi.bench.answer;

import dev.universalapi.bench.trial.Report;

/// One part of the proof, played on a running suite.
@FunctionalInterface
interface Scene {
    void play(Stage stage, Report report) throws Exception;
}
