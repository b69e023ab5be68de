package dev.universalapi.bench.trial;

/// One proof or benchmark. It starts what it needs, says what it found, and leaves nothing running.
public interface Trial {

    /// As typed after `./universal prove` or `./universal bench`.
    String name();

    /// Adds figures and checks to the report. What it throws counts as a failed check.
    void run(Report report, Scale scale) throws Exception;
}
