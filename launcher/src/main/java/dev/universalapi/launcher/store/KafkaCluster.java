package dev.universalapi.launcher.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a Kafka cluster says of itself, asked as its clients do (Metadata, version 5), without a library.
///
/// @param brokers that are alive
/// @param topics all of them
public record KafkaCluster(List<Broker> brokers, List<Topic> topics) {
    private static final int LIMIT_MILLIS = 2_000;
    private static final int METADATA = 3;
    private static final int VERSION = 5;
    private static final int EVERY_TOPIC = -1;
    private static final int LARGEST = 16 * 1024 * 1024;

    /// @param rack what it was told to say; empty when nothing
    public record Broker(int id, String host, int port, String rack) {}

    /// @param replicas of the partition that has fewest
    public record Topic(String name, boolean internal, int replicas) {}

    public KafkaCluster {
        brokers = List.copyOf(brokers);
        topics = List.copyOf(topics);
    }

    /// Asks one that listens there, without encryption and without a name.
    public static KafkaCluster ask(InetAddress host, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 * Short.BYTES + Integer.BYTES + Short.BYTES + Integer.BYTES + 1);
            out.writeShort(METADATA);
            out.writeShort(VERSION);
            out.writeInt(0);
            out.writeShort(-1);
            out.writeInt(EVERY_TOPIC);
            out.writeBoolean(false);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            var size = in.readInt();
            if (size < 0 || size > LARGEST) {
                throw new IOException("that is no answer of Kafka");
            }
            return new Answer(new DataInputStream(new ByteArrayInputStream(in.readNBytes(size)))).cluster();
        }
    }

    private record Answer(DataInputStream in) {

        KafkaCluster cluster() throws IOException {
            in.readInt(); // which question
            in.readInt(); // how long we should wait
            var brokers = list(() -> new Broker(in.readInt(), text(), in.readInt(), text()));
            text(); // the cluster's id
            in.readInt(); // the controller
            return new KafkaCluster(brokers, list(this::topic));
        }

        private Topic topic() throws IOException {
            in.readShort();
            var name = text();
            var internal = in.readBoolean();
            var replicas = list(this::replicas);
            return new Topic(
                    name,
                    internal,
                    replicas.stream().mapToInt(Integer::intValue).min().orElse(0));
        }

        private int replicas() throws IOException {
            in.readShort();
            in.readInt();
            in.readInt();
            var replicas = list(in::readInt).size();
            list(in::readInt);
            list(in::readInt);
            return replicas;
        }

        private String text() throws IOException {
            var length = in.readShort();
            return length < 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private interface Read<T> {
            T one() throws IOException;
        }

        private <T> List<T> list(Read<T> read) throws IOException {
            var list = new ArrayList<T>();
            for (var left = in.readInt(); left > 0; left--) {
                list.add(read.one());
            }
            return list;
        }
    }
}
