package dev.universalapi.bench.cluster;

import dev.universalapi.bench.trial.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The namespace of the suite in the cluster that `kubectl` reaches.
public record Cluster(String program, String context, String namespace) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String STATE = "jsonpath={.metadata.generation}|{.status.observedGeneration}|{.spec.replicas}"
            + "|{.status.updatedReplicas}|{.status.replicas}|{.status.availableReplicas}";
    private static final String READY_PODS = "jsonpath={range .items[*]}{.metadata.name} {.metadata.uid}"
            + " {.status.phase} {.metadata.deletionTimestamp} {.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}";

    /// How it went.
    public record Ran(int code, String out, String error) {
        @Override
        public String toString() {
            return "%d %s %s".formatted(code, out.strip(), error.strip());
        }
    }

    /// A context: the one that was typed, else the one that `kubectl` uses by itself; empty where there is neither.
    public static Optional<Cluster> of(Optional<String> typed, String namespace)
            throws IOException, InterruptedException {
        var program = System.getProperty("universal.kubectl", "kubectl");
        try {
            var plain = new Cluster(program, "", "");
            var context = typed.orElse(
                    plain.run("", "config", "current-context").out().strip());
            return context.isEmpty() ? Optional.empty() : Optional.of(new Cluster(program, context, namespace));
        } catch (IOException e) {
            if (typed.isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// What it prints.
    public String ask(String... words) throws IOException, InterruptedException {
        var ran = run("", words);
        if (ran.code() != 0) {
            throw new IOException("kubectl " + String.join(" ", words) + ": " + ran);
        }
        return ran.out();
    }

    /// @param input for its standard input
    public Ran run(String input, String... words) throws IOException, InterruptedException {
        var process = start(words);
        var error = CompletableFuture.supplyAsync(() -> lines(process), Thread::startVirtualThread);
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, error.join());
    }

    private static String lines(Process process) {
        return String.join(
                "\n", process.errorReader(StandardCharsets.UTF_8).lines().toList());
    }

    public Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(program));
        if (!context.isEmpty()) {
            command.add("--context=" + context);
        }
        if (!namespace.isEmpty()) {
            command.add("--namespace=" + namespace);
        }
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }

    /// Whether the namespace is there.
    public boolean exists() throws IOException, InterruptedException {
        return !ask("get", "namespace", namespace, "--ignore-not-found", "-o", "name")
                .isBlank();
    }

    /// Waits for a namespace that is being deleted to be gone; one that stays is left alone.
    void awaitDeletion() throws IOException, InterruptedException {
        var phase = ask("get", "namespace", namespace, "--ignore-not-found", "-o", "jsonpath={.status.phase}");
        if (phase.strip().equals("Terminating")) {
            ask("wait", "--for=delete", "namespace/" + namespace, "--timeout=300s");
        }
    }

    /// A pod that is ready and not about to go.
    public record Pod(String name, String uid) {}

    /// How `kubectl` names it: there is one discovery by name, and any of the others.
    public static String reference(String part) {
        return (part.equals("discovery") ? "statefulset/" : "deployment/") + part;
    }

    /// Those of a deployable.
    public List<Pod> pods(String part) throws IOException, InterruptedException {
        return ask("get", "pods", "-l", "app.kubernetes.io/name=" + part, "-o", READY_PODS)
                .lines()
                .map(line -> line.strip().split(" +", -1))
                .filter(fields -> fields.length == 4 && fields[2].equals("Running") && fields[3].equals("True"))
                .map(fields -> new Pod(fields[0], fields[1]))
                .toList();
    }

    /// How many of it are wanted.
    public int replicas(String part) throws IOException, InterruptedException {
        return Integer.parseInt(
                ask("get", reference(part), "-o", "jsonpath={.spec.replicas}").strip());
    }

    public void scale(String part, int replicas) throws IOException, InterruptedException {
        ask("scale", reference(part), "--replicas=" + replicas);
    }

    /// Lets autoscalers do their work, or has them leave everything as it is.
    public void autoscale(boolean on) throws IOException, InterruptedException {
        var policy = on ? "Max" : "Disabled";
        var patch = """
                {"spec":{"behavior":{"scaleUp":{"selectPolicy":"%1$s"},"scaleDown":{"selectPolicy":"%1$s"}}}}""".formatted(policy);
        for (var scaler :
                ask("get", "horizontalpodautoscalers", "-o", "name").lines().toList()) {
            ask("patch", scaler, "--type=merge", "--patch", patch);
        }
    }

    /// What all containers of that name use together, in thousandths of a core.
    public int millicores(String container) throws IOException, InterruptedException {
        return run("", "top", "pods", "--containers", "--no-headers")
                .out()
                .lines()
                .map(line -> line.strip().split(" +", -1))
                .filter(fields -> fields.length == 4 && fields[1].equals(container))
                .mapToInt(fields -> Integer.parseInt(fields[2].replace("m", "")))
                .sum();
    }

    /// Seconds until a pod that was ended is gone and as many as wanted are ready; -1 if it takes too long.
    public double replaced(String part, Pod gone) throws InterruptedException {
        return Patience.secondsUntil(LONGEST, () -> {
            var pods = pods(part);
            return pods.size() == replicas(part)
                    && pods.stream().noneMatch(pod -> pod.uid().equals(gone.uid()));
        });
    }

    /// Seconds until it has as many pods as wanted, all new and ready, and no other; -1 if it takes too long.
    public double settled(String part) throws InterruptedException {
        return Patience.secondsUntil(LONGEST, () -> isSettled(part));
    }

    private boolean isSettled(String part) throws IOException, InterruptedException {
        var fields = ask("get", reference(part), "-o", STATE).strip().split("\\|", -1);
        var wanted = number(fields[2]);
        return number(fields[1]) >= number(fields[0])
                && number(fields[3]) == wanted
                && number(fields[4]) == wanted
                && number(fields[5]) == wanted;
    }

    private static int number(String text) {
        return text.isBlank() ? 0 : Integer.parseInt(text.strip());
    }

    /// Asks that a pod be evicted, as a drain of its node does; what the API server says to it.
    public Ran evict(Pod pod) throws IOException, InterruptedException {
        var eviction = """
                {"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"%s","namespace":"%s"}}""".formatted(pod.name(), namespace);
        var path = "/api/v1/namespaces/%s/pods/%s/eviction".formatted(namespace, pod.name());
        return run(eviction, "create", "--raw", path, "-f", "-");
    }

    /// An entry of a Secret.
    public String secret(String name, String entry) throws IOException, InterruptedException {
        var text = ask("get", "secret", name, "-o", "go-template={{index .data \"" + entry + "\"}}");
        return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8).strip();
    }
}
