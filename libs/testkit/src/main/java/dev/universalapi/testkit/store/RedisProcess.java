package dev.universalapi.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/// A Redis of a Maven artifact. It ends with this Java, however that ends.
record RedisProcess(Process shell) implements RealRedis.Running {
    /// The server's input stays open as long as this Java lives.
    private static final String TIED = "\"$@\" & child=$!; read -r _; kill -KILL $child";

    static RedisProcess start(int port, List<String> options) {
        var command = new ArrayList<>(List.of("sh", "-c", TIED, "redis"));
        command.addAll(List.of(Binary.FILE.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(options);
        try {
            return new RedisProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isAlive() {
        return shell.isAlive();
    }

    @Override
    public void freeze() {
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        shell.descendants().forEach(child -> {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(child.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void kill() {
        try {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.getOutputStream().close();
            shell.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The program, unpacked once.
    private static final class Binary {
        private static final Path FILE = unpack();

        private static Path unpack() {
            try {
                var found = ExecutableProvider.newJarResourceProvider().get().toPath();
                var file = Path.of("target", "redis-server");
                if (!Files.exists(file) || Files.size(file) != Files.size(found)) {
                    var fresh = Files.createTempFile(Path.of("target"), "redis-server", ".new");
                    Files.copy(found, fresh, StandardCopyOption.REPLACE_EXISTING);
                    fresh.toFile().setExecutable(true);
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                }
                return file.toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
