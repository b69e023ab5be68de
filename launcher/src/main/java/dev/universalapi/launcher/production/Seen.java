package dev.universalapi.launcher.production;

import dev.universalapi.launcher.store.KafkaCluster;
import dev.universalapi.launcher.suite.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the processes that run tell.
record Seen(Settings settings, Optional<State> running, Map<String, String> environment) {
    private static final int LEAST_COPIES = 3;
    private static final int LIMIT_MILLIS = 300;

    Finding replicas() {
        if (running.isEmpty()) {
            return Finding.bad(
                    "nothing of the suite runs here to be counted: at least two of the gateway and of each service?");
        }
        var single = running.get().instances().stream()
                .map(instance -> instance.part())
                .filter(part -> part.equals("gateway") || part.endsWith("-service"))
                .collect(Collectors.groupingBy(part -> part, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() < 2)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return single.isEmpty()
                ? Finding.good("two or more of everything that answers")
                : Finding.bad("one alone of " + String.join(", ", single) + ": its end is an outage");
    }

    Finding topics() {
        var servers = settings.find("spring.kafka.bootstrap-servers");
        if (servers.isEmpty()) {
            return Finding.bad("spring.kafka.bootstrap-servers is not set: usage is not counted");
        }
        var first = servers.get().split(",", -1)[0].strip();
        var colon = first.lastIndexOf(':');
        try {
            var cluster = KafkaCluster.ask(
                    InetAddress.getByName(first.substring(0, colon)), Integer.parseInt(first.substring(colon + 1)));
            var thin = cluster.topics().stream()
                    .filter(topic -> topic.replicas() < LEAST_COPIES)
                    .map(KafkaCluster.Topic::name)
                    .toList();
            return cluster.brokers().size() >= LEAST_COPIES && thin.isEmpty()
                    ? Finding.good(cluster.brokers().size() + " brokers, three copies of every topic")
                    : Finding.bad(
                            "%d brokers, fewer than three copies of %s: raise default.replication.factor, set min.insync.replicas=2"
                                    .formatted(cluster.brokers().size(), thin));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            return Finding.bad(
                    first + " does not answer in the clear: three copies of every topic, min.insync.replicas=2?");
        }
    }

    /// Of the processes that run here, or of the variable that containers are given.
    Finding jvm() {
        var lines = running.stream()
                .flatMap(state -> state.members().stream())
                .filter(member -> member.instance().part().equals("gateway")
                        || member.instance().part().endsWith("-service"))
                .flatMap(member -> member.process().find().stream())
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
        var all = lines.isEmpty() ? List.of(environment.getOrDefault("JAVA_TOOL_OPTIONS", "")) : lines;
        var missing = Stream.of(
                        lacks(all, "-Xmx|MaxRAMPercentage", "a heap (-XX:MaxRAMPercentage)"),
                        lacks(all, "-XX:\\+Use\\w+GC", "a collector (-XX:+UseParallelGC)"),
                        lacks(all, "-XX:AOTCache=", "a start-up cache (-XX:AOTCache)"),
                        lacks(
                                all,
                                "-XX:\\+(ExitOnOutOfMemoryError|CrashOnOutOfMemoryError)",
                                "-XX:+ExitOnOutOfMemoryError"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Finding.good("heap, collector, start-up cache and the end at no memory are set")
                : Finding.bad("not set for every service: " + missing);
    }

    private static Optional<String> lacks(List<String> lines, String pattern, String name) {
        return lines.stream().allMatch(line -> line.matches(".*(" + pattern + ").*"))
                ? Optional.empty()
                : Optional.of(name);
    }

    /// The gateway alone may be reached from other machines.
    Finding ports() {
        if (running.isEmpty()) {
            return Finding.bad("nothing of the suite runs here: does anything but the gateway answer from outside?");
        }
        var open = running.get().instances().stream()
                .flatMap(instance -> instance.part().equals("gateway")
                        ? Stream.of(instance.managementPort())
                        : Stream.of(instance.port(), instance.managementPort()))
                .distinct()
                .filter(Seen::isOpen)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? Finding.good("nothing but the gateway is reached from outside")
                : Finding.bad("reached from outside: " + open);
    }

    private static boolean isOpen(int port) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .anyMatch(address -> answers(address, port));
        } catch (IOException _) {
            return true;
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), LIMIT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
