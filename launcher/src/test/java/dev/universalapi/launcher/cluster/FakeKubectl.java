package dev.universalapi.launcher.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A `kubectl` that only pretends: it writes down what it was asked and what it was fed, and answers what it was told
/// to.
public final class FakeKubectl {
    private final Path folder;
    private final List<String> answers = new ArrayList<>();

    public FakeKubectl(Path parent) throws IOException {
        this.folder = Files.createDirectories(parent.resolve("kubectl"));
        answers("config get-contexts", "here\nthere\n");
    }

    /// From now on, to what has this in it, unless an answer given later fits too.
    public FakeKubectl answers(String asked, String out) throws IOException {
        return answers(asked, out, 0);
    }

    /// The same, ending with a code; what it says then is a complaint.
    public FakeKubectl answers(String asked, String out, int code) throws IOException {
        var file = Files.writeString(folder.resolve("answer-" + answers.size()), out);
        answers.addFirst("*'%s'*) cat '%s' %s; exit %d ;;".formatted(asked, file, code == 0 ? "" : ">&2", code));
        return this;
    }

    /// Forwards to a port of this machine until it is ended.
    FakeKubectl forwards(int port) {
        answers.addFirst(
                "*port-forward*) echo 'Forwarding from 127.0.0.1:%d -> 8080'; exec sleep 60 ;;".formatted(port));
        return this;
    }

    /// From now on it is ended from outside at what has this in it.
    FakeKubectl isEndedAt(String asked) {
        answers.addFirst("*'%s'*) kill -KILL $$ ;;".formatted(asked));
        return this;
    }

    /// The program, as it is now.
    public String program() throws IOException {
        var script = folder.resolve("kubectl");
        Files.writeString(script, """
                #!/bin/sh
                printf '%%s\\n' "$*" >> '%1$s/calls'
                case "$*" in *' -f -'*) cat > '%1$s/'"fed-$(ls '%1$s' | grep -c fed-)" ;; esac
                case "$*" in
                %2$s
                esac
                """.formatted(folder, String.join("\n", answers)));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    /// What it was asked, in order.
    public List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /// What it was fed, in order.
    List<String> fed() throws IOException {
        var fed = new ArrayList<String>();
        for (var i = 0; Files.exists(folder.resolve("fed-" + i)); i++) {
            fed.add(Files.readString(folder.resolve("fed-" + i)));
        }
        return fed;
    }
}
