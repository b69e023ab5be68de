package dev.universalapi.engine.manifest;

import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whose a manifest is, and who stands beside it.
///
/// @param guest whether it is the operator's, and none of the house
/// @param ids of all providers, its own among them
record Origin(boolean guest, Set<String> ids) {
    private static final Pattern SECRET = Pattern.compile("\\$([A-Z][A-Z0-9_]*)");

    /// Notes each secret of another provider: `$OPEN_METEO_KEY` is that of `open-meteo`, though there be an `open`.
    void check(String own, Yaml where, Mistakes mistakes) {
        switch (where) {
            case Yaml.Word word ->
                SECRET.matcher(word.text())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(secret -> owner(secret)
                                .filter(owner -> !owner.equals(own))
                                .ifPresent(owner -> mistakes.add(
                                        word.line(),
                                        "`$" + secret + "` is a secret of the provider " + owner,
                                        "name it otherwise")));
            case Yaml.Items list -> list.items().forEach(item -> check(own, item, mistakes));
            case Yaml.Entries entries -> entries.values().values().forEach(value -> check(own, value, mistakes));
        }
    }

    private Optional<String> owner(String secret) {
        return ids.stream()
                .filter(id ->
                        (secret + "_").startsWith(id.toUpperCase(Locale.ROOT).replace('-', '_') + "_"))
                .max(Comparator.comparingInt(String::length));
    }
}
