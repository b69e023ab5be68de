package dev.universalapi.launcher.production;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Says of a cluster what a broker would (Metadata, version 5), to whoever asks.
final class FakeKafka implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;

    private FakeKafka(byte[] answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /// @param topics how many copies each has, of its only partition
    static FakeKafka of(int brokers, Map<String, Integer> topics) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0); // which question
        out.writeInt(0); // how long to wait
        out.writeInt(brokers);
        for (int id = 0; id < brokers; id++) {
            out.writeInt(id);
            text(out, "127.0.0.1");
            out.writeInt(9092);
            out.writeShort(-1); // no rack
        }
        text(out, "cluster");
        out.writeInt(0); // the controller
        out.writeInt(topics.size());
        for (var topic : topics.entrySet()) {
            out.writeShort(0); // no error
            text(out, topic.getKey());
            out.writeBoolean(false); // not internal
            out.writeInt(1); // one partition
            out.writeShort(0); // no error
            out.writeInt(0); // its number
            out.writeInt(0); // its leader
            ids(out, topic.getValue()); // copies
            ids(out, topic.getValue()); // copies in sync
            ids(out, 0); // copies offline
        }
        return new FakeKafka(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeShort(text.length());
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void ids(DataOutputStream out, int count) throws IOException {
        out.writeInt(count);
        for (int id = 0; id < count; id++) {
            out.writeInt(id);
        }
    }

    String server() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                var in = new DataInputStream(client.getInputStream());
                in.readNBytes(in.readInt());
                var out = new DataOutputStream(client.getOutputStream());
                out.writeInt(answer.length);
                out.write(answer);
                out.flush();
            } catch (IOException _) {
                // closed, or whoever asked has left
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
