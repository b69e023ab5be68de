package dev.universalapi.host.switching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.universalapi.host.account.AccountClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks auth-service what is switched off.
final class SwitchClient implements SwitchSource {
    private static final String PATH = "/internal/switches";

    private final AccountClient accounts;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Page(List<Off> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Off(String target, String reason) {}

    SwitchClient(AccountClient accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, String> read() throws IOException {
        return accounts.read(accounts.get(PATH), Page.class).data().stream()
                .collect(Collectors.toUnmodifiableMap(Off::target, Off::reason, (one, _) -> one));
    }
}
