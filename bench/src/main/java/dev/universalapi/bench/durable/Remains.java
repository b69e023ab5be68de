package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.suite.Instance;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a suite may leave behind when it has ended: nothing.
///
/// @param home its folder, which every process of it names
/// @param pids of all processes that it ever had, as far as known
record Remains(Path home, List<Instance> instances, Set<Long> pids) {

    /// Of one that runs.
    static Remains of(Suite suite, List<Act.Death> deaths) {
        var pids = new HashSet<Long>();
        deaths.forEach(death -> pids.add(death.pid()));
        suite.instances()
                .forEach(instance -> ProcessHandle.of(suite.pid(instance)).stream()
                        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                        .forEach(one -> pids.add(one.pid())));
        return new Remains(suite.home().folder(), suite.instances(), pids);
    }

    void check(Report report) {
        report.section("After its end");
        var alive = ProcessHandle.allProcesses()
                .filter(one -> one.pid() != ProcessHandle.current().pid())
                .filter(one -> pids.contains(one.pid()) || namesHome(one))
                .map(one -> one.pid() + " " + one.info().command().orElse(""))
                .toList();
        report.check("no process of it lives", alive.isEmpty(), alive.toString());
        var taken = instances.stream()
                .flatMap(instance -> Stream.of(instance.port(), instance.managementPort()))
                .filter(port -> !Ports.free(port))
                .toList();
        report.check("its ports are free", taken.isEmpty(), taken.toString());
    }

    private boolean namesHome(ProcessHandle one) {
        var file = Path.of("/proc", String.valueOf(one.pid()), "cmdline");
        try {
            return Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .contains(home.toAbsolutePath().toString());
        } catch (IOException _) {
            return false; // it ended meanwhile
        }
    }
}
