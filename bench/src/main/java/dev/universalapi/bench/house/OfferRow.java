package dev.universalapi.bench.house;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Provider.Credential;
import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.yaml.Yaml;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/// One provider's side of one operation, as a row of `docs/providers.md`.
final class OfferRow {
    private OfferRow() {}

    /// @param manifest what it says of the operation
    static String of(Provider provider, Offer offer, Yaml.Entries manifest) {
        var terms = provider.terms();
        return "| `%s` | %s | %s | %s | %s, %s | %s | %s |"
                .formatted(
                        offer.operation().path(),
                        link(provider),
                        provider.keyless() ? "no" : names(provider, true),
                        quota(provider, manifest),
                        terms.commercial().name().toLowerCase(Locale.ROOT),
                        terms.cache() ? "kept" : "never kept",
                        offer.cache().map(OfferRow::written).orElse("–"),
                        without(offer, manifest));
    }

    /// Its id, leading to its home.
    static String link(Provider provider) {
        return "[" + provider.id() + "](" + provider.home() + ")";
    }

    /// The variables that it needs, or those that it can do without.
    static String names(Provider provider, boolean needed) {
        return provider.credentials().stream()
                .filter(credential -> credential.needed() == needed)
                .map(Credential::name)
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static String quota(Provider provider, Yaml.Entries manifest) {
        var told = new ArrayList<String>();
        provider.quota().forEach(quota -> told.add(written(quota)));
        manifest.text("cost").ifPresent(told::add);
        return told.isEmpty() ? "not told" : String.join(", ", told);
    }

    private static String written(Quota quota) {
        var unit = quota.unit().equals("requests") ? "" : " " + quota.unit();
        var zone = quota.zone().equals(ZoneOffset.UTC) ? "" : " " + quota.zone();
        return quota.limit() + unit + "/" + quota.period().name().toLowerCase(Locale.ROOT) + zone;
    }

    private static String written(Duration fresh) {
        if (fresh.toDaysPart() > 0 && fresh.equals(Duration.ofDays(fresh.toDays()))) {
            return fresh.toDays() + " d";
        }
        if (fresh.equals(Duration.ofHours(fresh.toHours()))) {
            return fresh.toHours() + " h";
        }
        return fresh.equals(Duration.ofMinutes(fresh.toMinutes()))
                ? fresh.toMinutes() + " min"
                : fresh.toSeconds() + " s";
    }

    private static String without(Offer offer, Yaml.Entries manifest) {
        return offer.operation().form() == Form.BINARY
                ? ""
                : Gaps.of(offer.operation().answer(), manifest.entries("answer")).stream()
                        .map(way -> "`" + way + "`")
                        .collect(Collectors.joining(", "));
    }
}
