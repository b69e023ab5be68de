package dev.universalapi.launcher;

import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Program;
import dev.universalapi.launcher.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The stores as they are built, taken apart once for all tests.
public final class RealStores {
    /// What `mvn -pl launcher/stores package` makes.
    public static final Path JAR = Path.of("stores", "target", "stores.jar").toAbsolutePath();

    private static final Path APPS = Path.of("target", "test-apps").toAbsolutePath();

    private RealStores() {}

    /// A home in which nothing has to be taken apart any more.
    public static Home home(Path folder) throws IOException {
        Files.createDirectories(APPS);
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("apps"), APPS);
        var home = new Home(folder);
        home.prepare();
        new Identity(home.identity()).prepare();
        return home;
    }

    /// Their jar, laid out.
    public static Path jar() {
        return new Layout(APPS).lay("stores", JAR).jar();
    }

    /// Starts one as the launcher does; what it says is in `folder/log`.
    public static Process start(Store store, List<String> command, Path folder) {
        store.refuseOtherData();
        return new Program("store", command, Map.of(), folder.resolve("log")).launch();
    }

    /// Whether the process answers there; one that does not listen yet does not.
    public static boolean answers(Store store, int port, long pid) {
        try {
            return store.answers(port, pid);
        } catch (IOException _) {
            return false;
        }
    }
}
