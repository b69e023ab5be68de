package dev.universalapi.engine.trial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Files of a corpus, spoilt: pieces cut out, repeated, moved, swapped for pieces of another file or for odd tokens.
public final class Mutations {
    private static final int LONGEST = 20_000;
    private static final int MOST = 6;

    private final List<byte[]> files;
    private final List<String> tokens;

    private Mutations(List<byte[]> files, List<String> tokens) {
        this.files = files;
        this.tokens = tokens;
    }

    /// Of these files, with these tokens put in.
    public static Arbitrary<byte[]> of(List<byte[]> files, List<String> tokens) {
        var mutations = new Mutations(
                files.stream().filter(file -> file.length <= LONGEST).toList(), tokens);
        return Arbitraries.longs().withoutEdgeCases().dontShrink().map(seed -> mutations.spoil(new Random(seed)));
    }

    private byte[] spoil(Random random) {
        var file = any(files, random);
        for (int i = 1 + random.nextInt(MOST); i > 0; i--) {
            file = once(file, random);
        }
        return file;
    }

    private byte[] once(byte[] file, Random random) {
        var from = random.nextInt(file.length + 1);
        var to = Math.min(file.length, from + random.nextInt(random.nextInt(40) + 1));
        return switch (random.nextInt(6)) {
            case 0 -> joined(file, from, new byte[0], to);
            case 1 -> joined(file, from, any(tokens, random).getBytes(StandardCharsets.UTF_8), to);
            case 2 -> joined(file, to, Arrays.copyOfRange(file, from, to), to);
            case 3 -> {
                var other = any(files, random);
                var start = random.nextInt(other.length + 1);
                yield joined(file, from, Arrays.copyOfRange(other, start, Math.min(other.length, start + 60)), to);
            }
            case 4 -> joined(file, from, new byte[] {(byte) random.nextInt(256)}, to);
            default ->
                joined(
                        file,
                        from,
                        any(tokens, random).repeat(random.nextInt(50)).getBytes(StandardCharsets.UTF_8),
                        from);
        };
    }

    private static byte[] joined(byte[] file, int from, byte[] between, int to) {
        var joined = new byte[from + between.length + file.length - to];
        System.arraycopy(file, 0, joined, 0, from);
        System.arraycopy(between, 0, joined, from, between.length);
        System.arraycopy(file, to, joined, from + between.length, file.length - to);
        return joined;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
