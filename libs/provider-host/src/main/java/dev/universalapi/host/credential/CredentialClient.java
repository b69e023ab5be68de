package dev.universalapi.host.credential;

import dev.universalapi.host.account.AccountClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks auth-service for credentials.
final class CredentialClient implements CredentialSource {
    private static final int NOT_FOUND = 404;

    private final AccountClient accounts;

    private record Having(List<String> providers) {}

    CredentialClient(AccountClient accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> having(String organisation) throws IOException {
        return Set.copyOf(
                accounts.read(accounts.get(path(organisation)), Having.class).providers());
    }

    @Override
    public Optional<Delivered> deliver(String organisation, String provider) throws IOException {
        var response = accounts.get(path(organisation) + "/" + encoded(provider));
        return response.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(accounts.read(response, Delivered.class));
    }

    @Override
    public void tell(String organisation, String provider, long version, String state) throws IOException {
        accounts.post(
                path(organisation) + "/" + encoded(provider) + "/state", Map.of("version", version, "state", state));
    }

    private static String path(String organisation) {
        return "/internal/credentials/" + encoded(organisation);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
