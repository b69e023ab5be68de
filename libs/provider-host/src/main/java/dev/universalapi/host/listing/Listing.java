package dev.universalapi.host.listing;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.manifest.Terms;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.host.operation.HostedOperations;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What there is to ask here, and whom.
///
/// @param mode `live` or `sandbox`, where the caller's answers come from
public record Listing(String mode, List<ListedOperation> operations, List<ListedProvider> providers) {

    /// One operation.
    ///
    /// @param path as in its address, `/api/<path>`
    /// @param schema where its JSON Schema is
    /// @param providers who has it
    public record ListedOperation(String path, String summary, int version, String schema, List<String> providers) {}

    /// One provider.
    ///
    /// @param available whether it would be asked: its keys are there, and it does not refuse them all
    public record ListedProvider(
            String id,
            String name,
            URI home,
            Terms terms,
            List<ListedCredential> credentials,
            boolean available,
            List<String> operations) {}

    /// One key of a provider, by name; its value is never shown.
    ///
    /// @param needed whether the provider cannot be asked without
    /// @param state `present`, `absent`, or `dead` where the provider refuses all that there are of it
    public record ListedCredential(String name, boolean needed, State state) {}

    /// Whether a key can be used.
    public enum State {
        PRESENT,
        ABSENT,
        DEAD;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Listing of(
            String mode, HostedOperations hosted, Catalogue catalogue, Secrets secrets, Insights insights) {
        var operations = hosted.all().stream()
                .map(type -> new ListedOperation(
                        type.path(),
                        type.summary(),
                        type.version(),
                        "/api/schemas/" + type.path(),
                        catalogue.offering(type.path()).stream()
                                .map(offer -> offer.provider())
                                .toList()))
                .toList();
        var providers = catalogue.providers().stream()
                .map(provider -> of(provider, hosted, secrets, insights))
                .filter(provider -> !provider.operations().isEmpty())
                .toList();
        return new Listing(mode, operations, providers);
    }

    /// One provider, with those of its operations that are answered here.
    public static ListedProvider of(Provider provider, HostedOperations hosted, Secrets secrets, Insights insights) {
        var paths = hosted.all().stream().map(OperationType::path).collect(Collectors.toSet());
        var keys = insights.of(provider).keys();
        var dead = keys.present() > 0 && keys.dead() == keys.present();
        var credentials = provider.credentials().stream()
                .map(key -> new ListedCredential(
                        key.name(),
                        key.needed(),
                        secrets.find(key.name()).isEmpty() ? State.ABSENT : dead ? State.DEAD : State.PRESENT))
                .sorted(Comparator.comparing(ListedCredential::name))
                .toList();
        var operations = provider.offers().stream()
                .map(offer -> offer.operation().path())
                .filter(paths::contains)
                .sorted()
                .toList();
        return new ListedProvider(
                provider.id(),
                provider.name(),
                provider.home(),
                provider.terms(),
                credentials,
                provider.missing(secrets).isEmpty() && !dead,
                operations);
    }
}
