package dev.universalapi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.RealStores;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTests {
    private static final String TOPIC = "colours";

    @TempDir
    Path parent;

    private final Ports ports = new Ports();
    private final int port = ports.any();
    private final List<Process> processes = new ArrayList<>();
    private Home home;
    private Kafka kafka;

    @BeforeEach
    void prepare() throws IOException {
        home = RealStores.home(parent.resolve("a summer"));
        kafka = new Kafka(home);
    }

    @AfterEach
    void end() throws Exception {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process launched() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                RealStores.jar().toString()));
        command.addAll(kafka.command(new Store.Place(port, ports.any())));
        var process = RealStores.start(kafka, command, parent);
        processes.add(process);
        return process;
    }

    private Process start() throws Exception {
        var process = launched();
        Eventually.holds(() -> !process.isAlive() || RealStores.answers(kafka, port, process.pid()));
        assertThat(process.isAlive()).as(said()).isTrue();
        return process;
    }

    private String said() throws IOException {
        return Files.readString(parent.resolve("log"));
    }

    private String server() {
        return "127.0.0.1:" + port;
    }

    private void send(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", value)).get();
        }
    }

    private List<String> read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", server(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            var values = new ArrayList<String>();
            while (values.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(one -> values.add(one.value()));
            }
            return values;
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        var first = start();
        send("green");
        var cluster = Files.readString(home.data("kafka").resolve("cluster-id"));

        first.destroyForcibly().waitFor();
        var second = start();
        var kept = read();
        var said = KafkaCluster.ask(InetAddress.getLoopbackAddress(), port);

        assertThat(kept).containsExactly("green");
        assertThat(home.data("kafka").resolve("cluster-id")).hasContent(cluster);
        assertThat(RealStores.answers(kafka, port, first.pid())).isFalse();
        assertThat(RealStores.answers(kafka, port, second.pid())).isTrue();
        assertThat(said.brokers())
                .containsExactly(new KafkaCluster.Broker(1, "127.0.0.1", port, String.valueOf(second.pid())));
        assertThat(said.topics()).contains(new KafkaCluster.Topic(TOPIC, false, 1));
    }

    @Test
    void doesNotTakeAnotherAtItsPortForItself() throws Exception {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var process = launched();

            assertThat(process.waitFor()).isNotZero();
            assertThat(said()).contains("Address already in use");
        }
    }

    @Test
    void isNotCalledWhatItsProgramTakesForAnOption() throws IOException {
        var option = new UUID(0xF800_0000_0000_0000L, 1);
        var plain = new UUID(0, 1);
        var file = home.data("kafka").resolve("cluster-id");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "-AAAAAAAAAAAAAAAAAAAAQ\n");

        var id = kafka.command(new Store.Place(1, 2)).getLast();

        assertThat(Kafka.chosen(List.of(option, plain).iterator()::next)).isEqualTo("AAAAAAAAAAAAAAAAAAAAAQ");
        assertThat(id).doesNotStartWith("-").hasSize(22);
        assertThat(file).hasContent(id);
    }

    @Test
    void knowsAnAnswerThatIsNotKafkas() throws Exception {
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var web = Thread.ofVirtual().start(() -> {
                try (var caller = server.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.getInputStream().readAllBytes();
                } catch (IOException _) {
                    // the caller sees it
                }
            });

            assertThatThrownBy(() -> kafka.answers(port, 1)).hasMessage("that is no answer of Kafka");
            web.join();
        }
    }

    @Test
    void readsOlderDataAndRefusesNewer() throws IOException {
        new Kafka(home, new Versions("18.6.0", "4.2.1", "6.2")).command(new Store.Place(1, 2));

        var older = new Kafka(home, new Versions("18.6.0", "4.1.0", "6.2"));
        var newer = new Kafka(home, new Versions("18.6.0", "4.3.0", "6.2"));
        var next = new Kafka(home, new Versions("18.6.0", "5.0.0", "6.2"));

        assertThatCode(newer::refuseOtherData).doesNotThrowAnyException();
        assertThatThrownBy(older::refuseOtherData)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("was written by Kafka 4.2.1, and here is 4.1.0")
                .hasMessageContaining("start it with a checkout that brings Kafka 4.2.1");
        assertThatThrownBy(next::refuseOtherData).hasMessageContaining("brings Kafka 4.2.1");
        assertThat(kafka.complaint()).isEmpty();
        assertThat(kafka.loss()).contains("usage is not counted");
    }

    @Test
    void saysWhenTheVersionOfItsDataCannotBeRead() throws IOException {
        Files.createDirectories(home.data("kafka"));
        Files.writeString(home.data("kafka").resolve("version"), "new");

        assertThatThrownBy(kafka::refuseOtherData).hasMessageContaining("does not tell the version");
    }
}
