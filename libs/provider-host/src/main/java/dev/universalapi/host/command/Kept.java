package dev.universalapi.host.command;

import dev.universalapi.contracts.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What came of a command, as it is told again.
public sealed interface Kept {

    /// It was carried out.
    ///
    /// @param type of the body
    record Answered(String type, Map<String, String> headers, byte[] body) implements Kept {}

    /// It may have been carried out.
    record Failed(ProblemType type, String detail) implements Kept {}

    /// As bytes, for a store.
    default byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (this) {
                case Answered answered -> {
                    out.writeBoolean(true);
                    out.writeUTF(answered.type());
                    out.writeInt(answered.headers().size());
                    for (var header : answered.headers().entrySet()) {
                        out.writeUTF(header.getKey());
                        out.writeUTF(header.getValue());
                    }
                    out.write(answered.body());
                }
                case Failed failed -> {
                    out.writeBoolean(false);
                    out.writeUTF(failed.type().name());
                    out.writeUTF(failed.detail());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// What [#bytes] wrote.
    static Kept of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!in.readBoolean()) {
                return new Failed(ProblemType.valueOf(in.readUTF()), in.readUTF());
            }
            var type = in.readUTF();
            var headers = new LinkedHashMap<String, String>();
            for (int i = in.readInt(); i > 0; i--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new Answered(type, headers, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("a kept answer that cannot be read", broken);
        }
    }
}
