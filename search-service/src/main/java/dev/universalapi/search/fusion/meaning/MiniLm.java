package dev.universalapi.search.fusion.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// all-MiniLM-L6-v2 with weights of a byte, run by ONNX Runtime on the thread that asks. It knows English; other
/// languages it compares by names and what looks alike. Of LangChain4j's artifact only the two files are used.
final class MiniLm implements Encoder {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int PIECES = 64;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece tokenizer;

    private MiniLm(OrtEnvironment environment, OrtSession session, WordPiece tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /// Takes a second or so, and unpacks a native library.
    ///
    /// @throws LinkageError where that library does not run on this machine
    static MiniLm load() throws IOException, OrtException {
        var tokenizer = new WordPiece(vocabulary());
        var environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false); // it would tell its makers
        var file = Files.createTempFile("minilm", ".onnx");
        try (var options = options();
                var model = resource(MODEL)) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING); // a file costs no heap
            return new MiniLm(environment, environment.createSession(file.toString(), options), tokenizer);
        } finally {
            Files.delete(file);
        }
    }

    /// One thread, the caller's, and memory that is given back.
    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        return options;
    }

    private static Map<String, Integer> vocabulary() throws IOException {
        try (var file = resource(TOKENIZER)) {
            var vocabulary = new HashMap<String, Integer>();
            JsonMapper.shared()
                    .readTree(file)
                    .at("/model/vocab")
                    .forEachEntry((piece, number) -> vocabulary.put(piece, number.asInt()));
            return vocabulary;
        }
    }

    private static InputStream resource(String name) throws IOException {
        var resource = MiniLm.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException(name + " is not on the class path");
        }
        return resource;
    }

    @Override
    public float[] encode(String text) {
        var pieces = tokenizer.pieces(text, PIECES);
        var ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (var ids = tensor(pieces);
                var mask = tensor(ones);
                var types = tensor(new long[pieces.length]);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.length);
        } catch (OrtException e) {
            throw new IllegalStateException("the model of language does not take a text", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] mean(FloatBuffer states, int pieces) {
        var sum = new float[states.remaining() / pieces];
        for (var at = 0; at < pieces * sum.length; at++) {
            sum[at % sum.length] += states.get(at);
        }
        return sum; // of which only the direction counts
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model of language does not close", e);
        }
    }
}
