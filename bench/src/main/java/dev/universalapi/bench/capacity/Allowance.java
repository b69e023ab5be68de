package dev.universalapi.bench.capacity;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a container asks for, and the most that it may have, as its pod says.
record Allowance(String cpu, String memory, String mostCpu, String mostMemory) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Those of all containers that run, by name.
    ///
    /// @param pods as `kubectl get pods -o json` prints them
    static Map<String, Allowance> read(String pods) {
        var found = new TreeMap<String, Allowance>();
        for (var pod : JSON.readTree(pods).path("items")) {
            if (pod.at("/status/phase").asString("").equals("Running")) {
                for (var kind : new String[] {"containers", "initContainers"}) {
                    for (var container : pod.at("/spec/" + kind)) {
                        found.put(container.path("name").asString(""), of(container.path("resources")));
                    }
                }
            }
        }
        return found;
    }

    private static Allowance of(JsonNode resources) {
        return new Allowance(
                resources.at("/requests/cpu").asString("-"),
                resources.at("/requests/memory").asString("-"),
                resources.at("/limits/cpu").asString("-"),
                resources.at("/limits/memory").asString("-"));
    }

    /// Cores at most; infinite where nothing is said.
    double mostCores() {
        return mostCpu.equals("-") ? Double.POSITIVE_INFINITY : cores(mostCpu);
    }

    /// Cores of a quantity, `2` or `250m`.
    static double cores(String quantity) {
        return quantity.endsWith("m")
                ? Double.parseDouble(quantity.substring(0, quantity.length() - 1)) / 1000
                : Double.parseDouble(quantity);
    }
}
