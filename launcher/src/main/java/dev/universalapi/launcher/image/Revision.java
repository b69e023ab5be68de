package dev.universalapi.launcher.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The commit that a checkout is at.
record Revision(Path project) {
    private static final String UNKNOWN = "unknown";

    /// Its hash, with `-changed` where a file differs from it; `unknown` without git.
    String text() {
        var head = git("rev-parse", "HEAD");
        return head.isEmpty() ? UNKNOWN : head + (git("status", "--porcelain").isEmpty() ? "" : "-changed");
    }

    private String git(String... words) {
        var command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(words));
        try {
            var git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
