package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom settings name that is no part of the suite.
public final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("(?:^|//|,)([a-z][\\w-]*(?:\\.[\\w.-]+)?):(\\d+)");

    private Addresses() {}

    /// A host by its name, and where it listens.
    public record Address(String host, int port) {}

    /// Those that some values of settings name.
    public static Set<Address> of(Code code, Collection<String> values) {
        return values.stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(found -> new Address(found.group(1), Integer.parseInt(found.group(2))))
                .filter(address -> !code.parts().contains(address.host().replaceFirst("^[^.]*\\.", "")))
                .collect(Collectors.toSet());
    }
}
