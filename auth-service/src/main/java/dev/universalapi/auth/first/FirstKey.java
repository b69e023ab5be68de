package dev.universalapi.auth.first;

import dev.universalapi.auth.key.KeySettings;
import dev.universalapi.auth.key.Keys;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.permission.Role;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A line of the file of first keys.
///
/// @param sha256 of the key
/// @param organisation whose it is
/// @param environment `live` or `test`
/// @param scopes what it may do
record FirstKey(String sha256, String organisation, String environment, List<String> scopes) {
    /// Who makes what is there from the beginning.
    static final String MAKER = "installation";

    private static final Pattern LINE = Pattern.compile(
            "(?<sha256>[0-9a-f]{64})\\s+(?<organisation>[a-z][0-9a-z_-]{0,63})\\s+(?<environment>live|test)\\s+(?<scopes>\\S+)");
    private static final int RADIX = 32;
    private static final int DIGITS = 20;
    private static final int HEXADECIMAL = 16;

    /// All of a file; empty lines and those that begin with `#` say nothing.
    ///
    /// @throws IllegalStateException if a line is none
    static List<FirstKey> of(Path file, List<String> lines) {
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(number -> parse(lines.get(number).strip(), file + ":" + (number + 1)))
                .toList();
    }

    private static Stream<FirstKey> parse(String line, String place) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Stream.empty();
        }
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException(place + " is not `sha256 organisation live|test scope,scope`");
        }
        return Stream.of(new FirstKey(
                matcher.group("sha256"),
                matcher.group("organisation"),
                matcher.group("environment"),
                List.of(matcher.group("scopes").split(","))));
    }

    String project() {
        return "prj_" + organisation.replaceFirst("^org_", "");
    }

    /// After the role that allows the same.
    private String name() {
        return Arrays.stream(Role.values())
                .filter(role -> role.scopes().equals(scopes))
                .map(role -> "First key of the " + role.label())
                .findFirst()
                .orElse("First key");
    }

    /// Its id is made of its hash, so that every replica makes the same.
    Keys.Fresh fresh() {
        var digits = new BigInteger(sha256, HEXADECIMAL).toString(RADIX);
        var id = "key_" + "0".repeat(DIGITS).concat(digits).substring(digits.length());
        return new Keys.Fresh(
                id,
                organisation,
                project(),
                environment,
                sha256,
                "uapi_" + environment + "_",
                "",
                new KeySettings(name(), scopes, List.of(), null, Limits.NONE),
                MAKER);
    }
}
