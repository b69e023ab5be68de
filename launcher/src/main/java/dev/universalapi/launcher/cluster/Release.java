package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which images are wanted.
///
/// @param registry what their names begin with, where it is not as the overlay says: `registry.example.org/team`
/// @param version their tag
record Release(Optional<String> registry, String version) {
    private static final Pattern IMAGE =
            Pattern.compile("(?m)^(\\s*(?:- )?image: )\"?((?:\\S*/)?)(universal-api/[a-z0-9-]+)(?::[^\\s\"@]+)?\"?$");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>universal-api</artifactId>\\s*<version>([^<]+)</version>");

    /// The version of this checkout.
    static String version(Path project) {
        var pom = project.resolve("pom.xml");
        try {
            var found = VERSION.matcher(Files.readString(pom));
            if (!found.find()) {
                throw new LauncherException(pom + " does not say which version this is; say it with --version");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new LauncherException(pom + " cannot be read: " + LauncherException.why(e), e);
        }
    }

    /// What kustomize printed, with these images. One that is named by its digest stays.
    String applied(String printed) {
        return IMAGE.matcher(printed).replaceAll(found -> {
            var prefix =
                    registry.map(name -> name.replaceFirst("/+$", "") + "/").orElse(found.group(2));
            return Matcher.quoteReplacement(found.group(1) + prefix + found.group(3) + ":" + version);
        });
    }
}
