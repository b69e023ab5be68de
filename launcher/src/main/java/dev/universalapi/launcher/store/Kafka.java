package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Kafka of one installation: one broker that is its own controller, on this machine alone.
public final class Kafka implements Store {
    private static final String NAME = "kafka";
    private static final int ASCII = 128;
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.");

    private final Path data;
    private final Versions versions;

    public Kafka(Home home) {
        this(home, Versions.brought());
    }

    Kafka(Home home, Versions versions) {
        this.data = home.data(NAME).toAbsolutePath();
        this.versions = versions;
    }

    @Override
    public Optional<String> complaint() {
        return Optional.empty();
    }

    @Override
    public String loss() {
        return "what happens is told to nobody, and usage is not counted";
    }

    @Override
    public void unpack(Path stores) {
        // it runs from there
    }

    /// A newer one reads what an older one of the same first number wrote, and takes it over.
    @Override
    public void refuseOtherData() {
        var file = data.resolve("version");
        if (!Files.exists(file)) {
            return;
        }
        try {
            var wrote = Files.readString(file).strip();
            var numbers = NUMBERS.matcher(wrote);
            var ours = NUMBERS.matcher(versions.kafka());
            if (!numbers.lookingAt() || !ours.lookingAt()) {
                throw new IOException("no version");
            }
            if (!numbers.group(1).equals(ours.group(1))
                    || Integer.parseInt(numbers.group(2)) > Integer.parseInt(ours.group(2))) {
                throw new LauncherException(
                        "%s was written by Kafka %s, and here is %s: start it with a checkout that brings Kafka %s, or move that folder away to begin anew"
                                .formatted(data, wrote, versions.kafka(), wrote));
            }
        } catch (IOException e) {
            throw new LauncherException(file + " does not tell the version of the data beside it", e);
        }
    }

    @Override
    public List<String> command(Place place) {
        var settings = data.resolve("server.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve("version"), versions.kafka() + "\n");
            Files.writeString(settings, settings(place));
            return List.of(settings.toString(), cluster());
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be written (%s); give it to your user".formatted(data, LauncherException.why(e)), e);
        }
    }

    /// Chosen once, and kept: data of one cluster is not taken for that of another.
    private String cluster() throws IOException {
        var file = data.resolve("cluster-id");
        if (!Files.exists(file) || isOption(Files.readString(file))) {
            Files.writeString(file, chosen(UUID::randomUUID) + "\n");
        }
        return Files.readString(file).strip();
    }

    /// @param random where its bits come from
    static String chosen(Supplier<UUID> random) {
        return Stream.generate(random)
                .map(one -> ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(one.getMostSignificantBits())
                        .putLong(one.getLeastSignificantBits())
                        .array())
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .filter(id -> !isOption(id))
                .findFirst()
                .orElseThrow();
    }

    // Kafka's own program would take it for one, and prepare no data with it
    private static boolean isOption(String id) {
        return id.startsWith("-");
    }

    /// With one broker nobody else has a copy of what it acknowledges. So it writes through to the disk before it
    /// does (`log.flush.interval.messages=1`): a producer's batch is one write, so the price is one a batch.
    private String settings(Place place) {
        return """
            # written at each start
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            log.dirs=%3$s
            log.flush.interval.messages=1
            num.partitions=4
            default.replication.factor=1
            min.insync.replicas=1
            offsets.topic.num.partitions=4
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            log.cleaner.dedupe.buffer.size=8388608
            """.formatted(place.port(), place.second(), escaped(data.resolve("log")));
    }

    /// As a file of properties has it, which is not read as UTF-8.
    private static String escaped(Path path) {
        return path.toString()
                .replace("\\", "\\\\")
                .chars()
                .mapToObj(letter -> letter < ASCII ? String.valueOf((char) letter) : "\\u%04x".formatted(letter))
                .collect(Collectors.joining());
    }

    @Override
    public boolean answers(int port, long pid) throws IOException {
        var cluster = KafkaCluster.ask(InetAddress.getLoopbackAddress(), port);
        return cluster.brokers().stream().anyMatch(broker -> broker.rack().equals(String.valueOf(pid)));
    }
}
