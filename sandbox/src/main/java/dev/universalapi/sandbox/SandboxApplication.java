package dev.universalapi.sandbox;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the sandbox as a process of its own: `--port N`, and `--samples DIR` for bodies that win over the
/// catalogue's.
public final class SandboxApplication {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxApplication.class);
    private static final int MISUSED = 2;

    private SandboxApplication() {}

    public static void main(String[] args) {
        try {
            var options = Options.of(args);
            var running = new AtomicReference<@Nullable Sandbox>();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.get()), "stop"));
            var sandbox = start(options);
            running.set(sandbox);
            LOG.atInfo()
                    .addKeyValue("port", sandbox.port())
                    .addKeyValue("providers", sandbox.providers())
                    .log("The sandbox is ready");
        } catch (IllegalArgumentException | ManifestException | IOException e) {
            LOG.atError().log("The sandbox cannot start: {}", e.getMessage());
            Runtime.getRuntime().exit(MISUSED);
        }
    }

    private static void stop(@Nullable Sandbox running) {
        if (running != null) {
            running.close();
        }
    }

    private static Sandbox start(Options options) throws IOException {
        var operations = Operations.beside(Content.class);
        var catalogue = Catalogue.load(operations, Content.class);
        var recordings = Recordings.of(catalogue, Samples.load(catalogue, Content.class));
        var folder = options.samples();
        if (folder.isPresent()) {
            recordings = recordings.under(new SampleFolder(catalogue, folder.get()).read());
        }
        try {
            return Sandbox.start(options.port(), catalogue, recordings);
        } catch (BindException e) {
            throw new IllegalArgumentException("port " + options.port() + " is taken; choose another with --port", e);
        }
    }
}
