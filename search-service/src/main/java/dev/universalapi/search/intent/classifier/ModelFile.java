package dev.universalapi.search.intent.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A classifier as a file: labels, temperature, scales, bytes; compressed. The same classifier makes the same file.
public final class ModelFile {
    private static final int FORM = 0x75617031;

    private ModelFile() {}

    /// Writes a classifier, and leaves the stream open.
    public static void write(Classifier classifier, OutputStream stream) throws IOException {
        var packed = new GZIPOutputStream(stream);
        var out = new DataOutputStream(packed);
        out.writeInt(FORM);
        out.writeShort(classifier.labels().size());
        for (var label : classifier.labels()) {
            out.writeUTF(label);
        }
        out.writeFloat(classifier.temperature());
        var weights = classifier.weights();
        out.writeInt(weights.size());
        for (var scale : weights.scales()) {
            out.writeFloat(scale);
        }
        out.write(weights.bytes());
        out.flush();
        packed.finish();
    }

    /// @throws IOException the stream holds no whole model
    public static Classifier read(InputStream stream) throws IOException {
        var in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
        if (in.readInt() != FORM) {
            throw new IOException("no model of this form");
        }
        var classes = in.readUnsignedShort();
        var labels = new ArrayList<String>();
        for (var label = 0; label < classes; label++) {
            labels.add(in.readUTF());
        }
        var temperature = in.readFloat();
        var scales = new float[in.readInt()];
        for (var bucket = 0; bucket < scales.length; bucket++) {
            scales[bucket] = in.readFloat();
        }
        var bytes = new byte[scales.length * classes];
        in.readFully(bytes);
        return new Classifier(labels, new Weights(classes, bytes, scales), temperature);
    }
}
