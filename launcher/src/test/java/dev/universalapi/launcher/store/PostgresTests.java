package dev.universalapi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.RealStores;
import dev.universalapi.launcher.archive.Archive;
import dev.universalapi.launcher.archive.Needs;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTests {
    @TempDir
    Path parent;

    private final int port = new Ports().any();
    private final List<Process> processes = new ArrayList<>();
    private Home home;
    private Postgres postgres;

    @BeforeEach
    void prepare() throws IOException {
        home = RealStores.home(parent.resolve("a \"summer\""));
        postgres = new Postgres(home, List.of("analytics"));
        postgres.unpack(RealStores.jar());
    }

    @AfterEach
    void end() throws Exception {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws Exception {
        var process = launched();
        Eventually.holds(() -> !process.isAlive() || RealStores.answers(postgres, port, process.pid()));
        assertThat(process.isAlive()).as(said()).isTrue();
        return process;
    }

    private Process launched() {
        var command = postgres.command(new Store.Place(port, port));
        var process = RealStores.start(postgres, command, parent);
        processes.add(process);
        return process;
    }

    private String said() throws IOException {
        return Files.readString(parent.resolve("log"));
    }

    private Path cluster() {
        return home.data("postgres").resolve("cluster");
    }

    private Connection connect(String database, String role) throws IOException, SQLException {
        var password = Files.readString(new Identity(home.identity()).databasePassword(role));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), role, password.strip());
    }

    private List<String> ask(String database, String role, String sql) throws Exception {
        try (var connection = connect(database, role);
                var statement = connection.createStatement()) {
            var answers = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }

    @Test
    void givesAServiceItsDatabaseAndThreeRoles() throws Exception {
        var process = start();

        var bypass = ask("analytics", "analytics_app", """
                SELECT rolname || ' ' || rolbypassrls || ' ' || rolsuper FROM pg_roles
                WHERE rolname LIKE 'analytics%' ORDER BY 1""");
        var durable = ask("analytics", "analytics_system", """
                SELECT current_setting('fsync') || current_setting('full_page_writes')
                || current_setting('synchronous_commit') || current_setting('data_checksums')""");

        assertThat(bypass)
                .containsExactly(
                        "analytics_app false false", "analytics_owner false false", "analytics_system true false");
        assertThat(durable).containsExactly("onononon");
        assertThatThrownBy(() -> ask("analytics", "analytics_app", "CREATE TABLE mine (id int)"))
                .hasMessageContaining("permission denied for schema public");
        assertThatThrownBy(() -> connect("postgres", "analytics_app")).hasMessageContaining("permission denied");
        assertThat(ProcessHandle.of(process.pid())
                        .orElseThrow()
                        .info()
                        .commandLine()
                        .orElseThrow())
                .doesNotContain(Files.readString(new Identity(home.identity()).databasePassword("postgres"))
                        .strip());
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        var first = start();
        ask("analytics", "analytics_owner", "CREATE TABLE kept (colour text)");
        ask("analytics", "analytics_owner", "INSERT INTO kept VALUES ('green')");

        first.destroyForcibly().waitFor();
        var second = start();
        var kept = ask("analytics", "analytics_owner", "SELECT colour FROM kept");

        assertThat(kept).containsExactly("green");
        assertThat(RealStores.answers(postgres, port, first.pid())).isFalse();
        assertThat(RealStores.answers(postgres, port, second.pid())).isTrue();
    }

    @Test
    void isGivenBackByAnArchiveWithOtherPasswords() throws Exception {
        var first = start();
        ask("analytics", "analytics_owner", "CREATE TABLE kept AS SELECT 'green' AS colour");
        end(first);
        var archive = new Archive(parent.resolve("kept.zip"), Versions.brought());
        archive.write(home.data(""), Needs.of(home));

        home = RealStores.home(parent.resolve("another"));
        archive.unpack(home.data(""));
        postgres = new Postgres(home, List.of("analytics"));
        start();

        assertThat(ask("analytics", "analytics_owner", "SELECT colour FROM kept"))
                .containsExactly("green");
    }

    @Test
    void tellsWhatIsSealedWhileItDoesNotRun() throws Exception {
        postgres = new Postgres(home, List.of("auth"));
        var seals = new Seals(home, Versions.brought());
        var before = seals.count();
        var process = start();
        var untold = seals.count();
        end(process);
        var none = seals.count();
        start();
        ask("auth", "auth_owner", "CREATE TABLE credential AS SELECT unnest('{new,old,new}'::text[]) AS master");
        end(processes.getLast());

        var counts = seals.count();

        assertThat(before).contains(Map.of());
        assertThat(untold).isEmpty();
        assertThat(none).contains(Map.of());
        assertThat(counts).contains(Map.of("new", 2, "old", 1));
    }

    private static void end(Process process) throws Exception {
        new ProcessBuilder("kill", "-" + Postgres.SIGNAL, String.valueOf(process.pid()))
                .start()
                .waitFor();
        process.waitFor();
    }

    @Test
    void letsGoOfThoseWhoAreConnectedWhenAskedToEnd() throws Exception {
        var process = start();

        try (var _ = connect("analytics", "analytics_app")) {
            new ProcessBuilder("kill", "-" + Postgres.SIGNAL, String.valueOf(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor()).isZero();
        }
        assertThat(said()).contains("database system is shut down");
    }

    @Test
    void addsADatabaseAndTakesAnotherPasswordAtTheNextStart() throws Exception {
        start().destroyForcibly().waitFor();
        postgres = new Postgres(home, List.of("analytics", "auth"));
        Files.delete(new Identity(home.identity()).databasePassword("analytics_app"));
        start();

        assertThat(ask("auth", "auth_app", "SELECT current_database()")).containsExactly("auth");
        assertThat(ask("analytics", "analytics_app", "SELECT 1")).containsExactly("1");
    }

    @Test
    void isNotStoppedByAStrangerWhoHasItsOldNumber() throws Exception {
        start().destroyForcibly().waitFor();
        var stranger = new ProcessBuilder("sleep", "600").start();
        processes.add(stranger);
        var file = cluster().resolve("postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, String.valueOf(stranger.pid()));
        Files.write(file, lines);

        start();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void doesNotTakeAnotherAtItsPortForItself() throws Exception {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var process = launched();

            assertThat(process.waitFor()).isNotZero();
            assertThat(RealStores.answers(postgres, port, process.pid())).isFalse();
            assertThat(said()).contains("could not bind");
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(postgres::refuseOtherData)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("was written by PostgreSQL 17, and here is 18.")
                .hasMessageContaining("start it with a checkout that brings PostgreSQL 17");
    }

    @Test
    void saysForWhichSystemThereIsNone() {
        var programs = new PostgresPrograms(home.apps(), "18.6.0");

        assertThat(programs.complaint("plan9-mips")).contains("is not there for plan9-mips");
        assertThat(postgres.complaint()).isEmpty();
        assertThat(postgres.loss()).contains("not analysed");
    }

    @Test
    void saysWhyItCannotBeUnpacked() {
        var programs = new PostgresPrograms(home.apps(), "none");

        assertThatThrownBy(() -> programs.unpack(parent.resolve("none.jar")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("PostgreSQL cannot be unpacked to");
    }
}
