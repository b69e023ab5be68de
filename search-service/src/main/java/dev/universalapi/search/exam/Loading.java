package dev.universalapi.search.exam;

import com.sun.management.OperatingSystemMXBean;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.BiConsumer;

/// What it takes to have models and gazetteers. The heap is best made whole before the start (`-Xms` as `-Xmx`,
/// `-XX:+AlwaysPreTouch`): else its growth is taken for memory beside it.
final class Loading {
    private static final double MEBI = 1024 * 1024;
    private static final int KIBI = 1024;
    private static final int VECTORS = 1_000;
    private static final int COLLECTIONS = 3;
    private static final String QUERY = "bitcoin price";

    private Loading() {}

    static void measure(BiConsumer<String, Object> told) {
        var interpreter = new Interpreter();
        var before = interpreter.understand(QUERY, EnumSet.allOf(Language.class), Exam.TODAY);
        told.accept("by-words", !before.ready() && !before.intents().isEmpty());
        var heap = heap();
        var resident = resident();
        var cpu = cpu();
        interpreter.load();
        var understood = cpu();
        try (var meanings = Meanings.inThisProcess(VECTORS)) {
            meanings.load().join();
            told.accept("cpu", (cpu() - cpu) / 1e9);
            told.accept("cpu.understanding", (understood - cpu) / 1e9);
            told.accept("native", (resident() - resident) / MEBI);
            told.accept("heap", (heap() - heap) / MEBI);
            told.accept("meanings", meanings.state());
            told.accept(
                    "by-model",
                    interpreter
                            .understand(QUERY, EnumSet.allOf(Language.class), Exam.TODAY)
                            .ready());
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heap() {
        for (var i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    // where the system does not tell, nothing is known of it
    private static long resident() {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
