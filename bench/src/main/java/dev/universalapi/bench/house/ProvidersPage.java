package dev.universalapi.bench.house;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import dev.universalapi.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes `docs/providers.md` from the manifests: who answers what, and on what terms.
final class ProvidersPage {
    private static final int SEVERAL = 3;

    private final Catalogue catalogue;
    private final Map<String, Yaml.Entries> manifests;
    private final List<String> lines = new ArrayList<>();

    private ProvidersPage(Catalogue catalogue, Map<String, Yaml.Entries> manifests) {
        this.catalogue = catalogue;
        this.manifests = manifests;
    }

    /// @param folder with a folder for each provider
    static String write(Operations operations, Path folder) throws IOException, FindingException {
        var catalogue = Catalogue.load(operations, folder);
        if (catalogue.providers().isEmpty()) {
            throw new FindingException("There is no provider in " + folder + ".");
        }
        var manifests = new TreeMap<String, Yaml.Entries>();
        for (var provider : catalogue.providers()) {
            manifests.put(provider.id(), manifest(folder.resolve(provider.id()).resolve("provider.yml")));
        }
        return new ProvidersPage(catalogue, manifests).page();
    }

    private static Yaml.Entries manifest(Path file) throws IOException, FindingException {
        var read = YamlReader.read(Files.readString(file), new Mistakes(String.valueOf(file.getFileName())));
        if (read.orElse(null) instanceof Yaml.Entries entries) {
            return entries;
        }
        throw new FindingException(file + " is no manifest.");
    }

    private String page() {
        var categories = catalogue.operations().all().stream()
                .filter(operation -> !catalogue.offering(operation.path()).isEmpty())
                .collect(Collectors.groupingBy(OperationType::category, TreeMap::new, Collectors.toList()));
        head(categories);
        categories.forEach(this::category);
        everyone();
        return String.join("\n", lines) + "\n";
    }

    private void head(Map<String, List<OperationType>> categories) {
        var operations = categories.values().stream().flatMap(List::stream).toList();
        var several = operations.stream()
                .filter(operation -> catalogue.offering(operation.path()).size() >= SEVERAL)
                .count();
        var keyless = catalogue.providers().stream().filter(Provider::keyless).count();
        var all = catalogue.providers().size();
        lines.add("# Providers");
        lines.add("");
        lines.add("%d providers answer %d operations in %d categories; %d operations have three providers or more."
                .formatted(all, operations.size(), categories.size(), several));
        lines.add("%d providers need no key, %d do. Written by the build from the [manifests](../providers/catalogue),"
                .formatted(keyless, all - keyless));
        lines.add("whose comments tell more; [providers](../providers/README.md) tells how a key is set.");
        lines.add("");
        lines.add("| column | what it says |");
        lines.add("|---|---|");
        lines.add("| key | the variables without which the provider is not asked |");
        lines.add(
                "| quota | what it allows one key, or one address where there is no key; its price where it has one |");
        lines.add("| terms | whether its data may earn money: allowed, restricted (read its terms), forbidden; and"
                + " whether an answer may be kept. What must be shown with it is in the last table |");
        lines.add("| fresh | how long an answer is served without asking again |");
        lines.add("| without | what of the answer it never fills; all else it fills where it knows it |");
    }

    private void category(String name, List<OperationType> operations) {
        lines.add("");
        lines.add("## " + name);
        lines.add("");
        lines.add("| operation | provider | key | quota | terms | fresh | without |");
        lines.add("|---|---|---|---|---|---|---|");
        for (var operation : operations) {
            for (var offer : catalogue.offering(operation.path())) {
                catalogue
                        .provider(offer.provider())
                        .ifPresent(provider -> lines.add(OfferRow.of(provider, offer, manifest(offer))));
            }
        }
    }

    private Yaml.Entries manifest(Offer offer) {
        var whole = manifests.getOrDefault(offer.provider(), new Yaml.Entries(Map.of(), Map.of(), 1));
        return whole.entries("operations").entries(offer.operation().path());
    }

    private void everyone() {
        lines.add("");
        lines.add("## Every provider");
        lines.add("");
        lines.add(
                "Of what may be set, a `…_CONTACT` is whom to ask when calls misbehave, an address or a page; a `…_URL`"
                        + " is where else the same API is served;");
        lines.add("with a key or a token a provider allows more, or knows more. Its manifest tells.");
        lines.add("");
        lines.add("| provider | name | needs | may be set | to be shown with its data |");
        lines.add("|---|---|---|---|---|");
        for (var provider : catalogue.providers()) {
            var attribution = provider.terms().attribution();
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            OfferRow.link(provider),
                            text(provider.name()),
                            OfferRow.names(provider, true),
                            OfferRow.names(provider, false),
                            attribution == null ? "" : text(attribution)));
        }
    }

    private static String text(String words) {
        return words.replace("|", "\\|").replace("<", "&lt;");
    }
}
