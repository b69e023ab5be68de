package dev.universalapi.bench.door;

import dev.universalapi.bench.trial.Caller.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes organisations and keys as their owners make them, and remembers every secret that it was told.
final class Tenants {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final List<String> LOOKUPS = List.of("weather:read");

    /// A question that a sample answers.
    static final String CACHED = "/api/weather/current?latitude=48.85&longitude=2.35";

    /// A provider that wants a key, and answers the weather.
    static final String OWN_PROVIDER = "weatherapi";

    private final Gates gates;
    private final String operator;
    private final AtomicReference<String> known = new AtomicReference<>("");
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    /// @param operator the operators' key
    Tenants(Gates gates, String operator) {
        this.gates = gates;
        this.operator = operator;
        secrets.add(operator);
    }

    /// A key: its id, and the key itself.
    record Key(String id, String text) {
        @Override
        public String toString() {
            return id;
        }
    }

    /// An organisation with its first project and the key of its owner.
    record Tenant(String id, String project, Key owner) {}

    String operator() {
        return operator;
    }

    /// Every secret that was made or told so far.
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /// The id of the first organisation, which is no secret.
    String known() {
        return String.valueOf(known.get());
    }

    /// One more that must be found nowhere.
    void remember(String secret) {
        secrets.add(secret);
    }

    /// A new organisation.
    Tenant tenant(String name, String plan) throws IOException, InterruptedException {
        var answer = expect(CREATED, ask(operator, "POST", "/api/organisations", Map.of("name", name, "plan", plan)));
        known.compareAndSet("", answer.at("/organisation/id"));
        return new Tenant(answer.at("/organisation/id"), answer.at("/project/id"), key(answer, "/ownerKey"));
    }

    /// A new key that may look up the weather and nothing else.
    ///
    /// @param more what else it is to have, as `POST /api/keys` takes it
    Key key(Tenant tenant, String name, Map<String, ?> more) throws IOException, InterruptedException {
        var wanted = new HashMap<String, Object>(Map.of("name", name, "environment", "live", "scopes", LOOKUPS));
        wanted.putAll(more);
        return key(expect(CREATED, ask(tenant.owner().text(), "POST", "/api/keys", wanted)), "");
    }

    /// Limits of a key or an organisation: `rates` or `quotas`.
    static Map<String, ?> limits(String kind, Map<String, ?> limit) {
        return Map.of("limits", Map.of(kind, List.of(limit)));
    }

    /// Does something with a key: `revoke`, `disable`, `enable`.
    void tell(Tenant tenant, Key key, String what) throws IOException, InterruptedException {
        expect(OK, ask(tenant.owner().text(), "POST", "/api/keys/" + key.id() + "/" + what, Map.of()));
    }

    /// Changes a key.
    void change(Tenant tenant, Key key, Map<String, ?> change) throws IOException, InterruptedException {
        expect(OK, ask(tenant.owner().text(), "PATCH", "/api/keys/" + key.id(), change));
    }

    /// Decides something of an organisation as operators do: `suspend`, `resume`.
    void decide(Tenant tenant, String what) throws IOException, InterruptedException {
        expect(OK, ask(operator, "POST", "/api/admin/organisations/" + tenant.id() + "/" + what, Map.of()));
    }

    void plan(Tenant tenant, String plan) throws IOException, InterruptedException {
        expect(OK, ask(operator, "PUT", "/api/admin/organisations/" + tenant.id() + "/plan", Map.of("plan", plan)));
    }

    /// Puts a key of the organisation's own for [#OWN_PROVIDER].
    void credential(Tenant tenant, String secret) throws IOException, InterruptedException {
        secrets.add(secret);
        var answer = ask(
                tenant.owner().text(),
                "PUT",
                "/api/credentials/" + OWN_PROVIDER,
                Map.of("values", Map.of("WEATHERAPI_KEY", secret)));
        expect(answer.status() == CREATED ? CREATED : OK, answer);
    }

    /// Whatever else there is to ask with a body.
    Answer ask(String key, String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return gates.ask(key, method, path, JSON.writeValueAsString(body), "If-Match", "*");
    }

    static Answer expect(int status, Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("%d was expected, this came: %s".formatted(status, answer));
        }
        return answer;
    }

    private Key key(Answer answer, String at) {
        var key = new Key(answer.at(at + "/id"), answer.at(at + "/key"));
        secrets.add(key.text());
        return key;
    }
}
