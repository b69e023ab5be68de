package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Mutations;
import dev.universalapi.engine.yaml.Mistakes;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Spoils manifests at random. The seed is fixed, so that a build is the same twice; leave it out and raise the tries
/// to look further. What is found goes into the corpus as `found-….yml`.
final class ManifestProperties {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ": ",
            "#",
            "|",
            ">",
            "&",
            "*",
            "!",
            "%",
            "@",
            "`",
            "\"",
            "'",
            "\\",
            "\n",
            "\r",
            "\t",
            "- ",
            "? ",
            "---\n",
            "~",
            "null",
            "true",
            "1e9",
            "0x1",
            ".inf",
            "-",
            "{text}",
            "{/a",
            "{text | upper}",
            "$ACME_KEY",
            "$OTHER or none",
            " or none",
            " | number",
            " | date:yyyy",
            " | table:mood",
            " | zone:/z",
            "//a/*",
            "/a[b=c]",
            "/*",
            "key",
            "none",
            "header:x",
            "..",
            "/../",
            "https://",
            "http://",
            "10.0.0.1",
            "5/minute",
            "10 USD/3 tokens",
            "each: /",
            "columns: /",
            "entries: /",
            "\ufeff",
            "\u0000",
            "\u2028",
            "\ud83d\ude00");
    private static final Corpus CORPUS = Corpus.of("manifest");

    @Provide
    Arbitrary<byte[]> manifests() {
        return Mutations.of(CORPUS.names(".yml").stream().map(CORPUS::file).toList(), TOKENS);
    }

    @Property(tries = 2_000, seed = "20261125")
    void isTakenOrRefusedWithFileAndLine(@ForAll("manifests") byte[] manifest) {
        var mistakes = new Mistakes("acme/provider.yml");

        var read = new ManifestReader("acme", new Origin(false, Set.of("acme")), Draft.OPERATIONS, mistakes)
                .read(manifest);

        assertThat(read.isPresent()).isEqualTo(mistakes.none());
        assertThat(mistakes.all()).allMatch(mistake -> mistake.matches("(?s)acme/provider\\.yml:[0-9]{1,4}: .+; .+"));
    }
}
