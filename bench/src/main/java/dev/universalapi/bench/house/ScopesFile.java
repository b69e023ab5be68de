package dev.universalapi.bench.house;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Writes what the gateway asks of a key for each route, from the OpenAPI document: what an operation says under
/// `security`. An operation that says nothing stops the build, so that no route is open because somebody forgot it.
final class ScopesFile {
    static final String PLACE = "gateway/src/main/resources/dev/universalapi/gateway/identity/scopes.tsv";

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9.-]+:(read|write|use)");
    private static final String ANY_KEY = "-";

    private ScopesFile() {}

    /// @param document as text, YAML
    static String write(String document) throws FindingException {
        var lines = new TreeSet<String>();
        for (var path : YAML.readTree(document).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    var wanted = wanted(method + " " + path.getKey(), operation.getValue());
                    lines.add(path.getKey() + "\t" + method + "\t" + wanted);
                }
            }
        }
        return lines.stream().map(ScopesFile::methodFirst).collect(Collectors.joining());
    }

    private static String methodFirst(String line) {
        var fields = line.split("\t", -1);
        return fields[1] + "\t" + fields[0] + "\t" + fields[2] + "\n";
    }

    /// Alternatives are entries of their own; an entry without a scope means every key.
    private static String wanted(String operation, JsonNode said) throws FindingException {
        var scopes = new TreeSet<String>();
        for (var alternative : said.path("security")) {
            var key = alternative.path("key");
            if (alternative.size() != 1 || !key.isArray() || key.size() > 1) {
                throw new FindingException(operation + " has a security other than `key` with one scope or none.");
            }
            scopes.add(key.isEmpty() ? ANY_KEY : scope(operation, key.path(0).asString("")));
        }
        if (scopes.isEmpty()) {
            throw new FindingException(operation + " does not say which scope it wants: add its `security`.");
        }
        return scopes.contains(ANY_KEY) ? ANY_KEY : String.join(",", scopes);
    }

    private static String scope(String operation, String text) throws FindingException {
        if (!SCOPE.matcher(text).matches()) {
            throw new FindingException(operation + " wants " + text + ", which is no scope of one resource.");
        }
        return text;
    }
}
