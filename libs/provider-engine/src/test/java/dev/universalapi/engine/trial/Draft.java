package dev.universalapi.engine.trial;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A manifest written in a test.
public final class Draft {
    /// All contracts of the tests.
    public static final Operations OPERATIONS =
            Operations.of(AnyValue.class, Places.class, Single.class, Single.Listing.class);
    /// Seven lines that every manifest may begin with.
    public static final String HEAD = """
            name: Acme
            home: https://acme.example
            terms: { commercial: allowed, cache: true }
            base: https://api.acme.example/v1
            auth: none
            """;

    private Draft() {}

    /// The provider `acme` with this manifest.
    public static Provider provider(String manifest) {
        return provider(OPERATIONS, manifest);
    }

    /// The same, over other contracts.
    public static Provider provider(Operations operations, String manifest) {
        return load(operations, manifest).provider("acme").orElseThrow();
    }

    /// What is wrong with it.
    public static List<String> errors(String manifest) {
        return errors(OPERATIONS, manifest);
    }

    /// The same, over other contracts.
    public static List<String> errors(Operations operations, String manifest) {
        try {
            load(operations, manifest);
            return List.of();
        } catch (ManifestException e) {
            return e.errors();
        }
    }

    /// The same, byte by byte.
    public static List<String> errors(byte[] manifest) {
        try {
            load(OPERATIONS, manifest);
            return List.of();
        } catch (ManifestException e) {
            return e.errors();
        }
    }

    /// Its only offer, behind the usual head.
    public static Offer offer(String operation, String body) {
        return provider(HEAD + "operations:\n  " + operation + ":\n" + body.indent(4))
                .offers()
                .getFirst();
    }

    /// What is wrong with an operation behind the usual head.
    public static List<String> errorsOf(String operation, String body) {
        return errors(HEAD + "operations:\n  " + operation + ":\n" + body.indent(4));
    }

    /// A response.
    public static EgressResponse response(int status, String body) {
        return new EgressResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Catalogue load(Operations operations, String manifest) {
        return load(operations, manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static Catalogue load(Operations operations, byte[] manifest) {
        try {
            var folder = Files.createTempDirectory("catalogue");
            try {
                var own = Files.createDirectory(folder.resolve("acme"));
                Files.write(own.resolve("provider.yml"), manifest);
                return Catalogue.load(operations, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
