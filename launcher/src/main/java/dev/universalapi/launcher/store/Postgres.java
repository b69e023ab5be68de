package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL of one installation: listens on this machine alone, wants passwords, and has written to the disk what
/// it
/// acknowledges.
public final class Postgres implements Store {
    /// How it is asked to end: it lets go of those who are connected, where by the usual signal it would wait for them.
    public static final String SIGNAL = "INT";

    private static final String NAME = "postgres";
    private static final int LIMIT_MILLIS = 2_000;
    private static final int ENCRYPTION_WANTED = 80877103;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "password_encryption=scram-sha-256",
            "shared_buffers=64MB",
            "max_connections=100",
            "max_wal_size=512MB",
            "jit=off");

    private final Home home;
    private final PostgresPrograms programs;
    private final List<String> databases;
    private final Versions versions;

    /// @param databases each has its roles
    public Postgres(Home home, List<String> databases) {
        this(home, databases, Versions.brought());
    }

    Postgres(Home home, List<String> databases, Versions versions) {
        this.home = home;
        this.programs = new PostgresPrograms(home.apps(), versions.postgres());
        this.databases = List.copyOf(databases);
        this.versions = versions;
    }

    @Override
    public void unpack(Path stores) {
        programs.unpack(stores);
    }

    @Override
    public Optional<String> complaint() {
        return programs.complaint(Binary.system());
    }

    @Override
    public String loss() {
        return "what is kept in a database is not there: usage is not analysed";
    }

    private Path data() {
        return home.data(NAME).toAbsolutePath();
    }

    private Path cluster() {
        return data().resolve("cluster");
    }

    @Override
    public void refuseOtherData() {
        var file = cluster().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        try {
            var wrote = Files.readString(file).strip();
            if (!wrote.equals(versions.ofData().postgres())) {
                throw new LauncherException(
                        "%s was written by PostgreSQL %s, and here is %s: start it with a checkout that brings PostgreSQL %s, or move that folder away to begin anew"
                                .formatted(cluster(), wrote, versions.postgres(), wrote));
            }
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }

    @Override
    public List<String> command(Place place) {
        var identity = new Identity(home.identity());
        try {
            Files.createDirectories(data());
            var superuser = identity.databasePassword(NAME);
            Identity.ensure(superuser);
            var databases = new PostgresDatabases(this.databases, identity);
            databases.write(data());
            var command = new ArrayList<>(List.of(
                    "sh",
                    "-c",
                    script(),
                    NAME,
                    programs.by(),
                    programs.folder().resolve("bin").toString()));
            command.addAll(List.of(data().toString(), superuser.toAbsolutePath().toString()));
            command.addAll(List.of("-c", "port=" + place.port()));
            SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
            return Apart.command(NAME, command);
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be written (%s); give it to your user".formatted(data(), LauncherException.why(e)), e);
        }
    }

    private static String script() throws IOException {
        try (var script = Postgres.class.getResourceAsStream("/store/postgres.sh")) {
            if (script == null) {
                throw new IOException("the launcher was built without store/postgres.sh");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// It writes its number and port down, and that it is ready, in a folder that only one can use at a time.
    @Override
    public boolean answers(int port, long pid) throws IOException {
        var file = cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(String.valueOf(pid))
                && lines.get(PORT_LINE).strip().equals(String.valueOf(port))
                && lines.get(STATUS_LINE).strip().equals("ready")
                && speaks(port);
    }

    /// Asks for encryption, the one question that is answered to anybody.
    private static boolean speaks(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 * Integer.BYTES);
            out.writeInt(ENCRYPTION_WANTED);
            out.flush();
            var answer = socket.getInputStream().read();
            return answer == 'N' || answer == 'S';
        }
    }
}
