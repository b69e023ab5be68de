package dev.universalapi.launcher.image;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.build.Maven;
import dev.universalapi.launcher.command.Command;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes an image of each part, and beside it a list of what is in it (CycloneDX). No Docker is needed.
public final class Images implements Command {
    private static final String TO = "--to";
    private static final String BASE = "--base";
    private static final String NO_IMAGE = "stores";
    private static final String PROBE = ":probe";

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(), Set.of(TO, BASE));
        if (!arguments.words().isEmpty()) {
            throw new LauncherException("images makes all of them; it takes " + TO + " and " + BASE);
        }
        var project = Command.project();
        var usual = project.resolve(".universal").resolve("images");
        var target = arguments.value(TO).map(to -> Target.of(to, usual)).orElseGet(() -> new Target.Folder(usual));
        var base = Foundation.of(arguments.value(BASE).orElse(Foundation.USUAL));
        target.prepared();
        terminal.say("Making images upon " + base.reference());
        if (base.isFile() && target instanceof Target.Registry) {
            terminal.say(
                    "A base that is a file has one architecture, and so have these images; name an image for both");
        }
        var outcome = new Maven(project).run(maven(project, target, base), terminal::say);
        if (outcome.code() != 0) {
            outcome.errors().forEach(terminal::say);
            throw base.why(outcome);
        }
        var images = take(project, target);
        images.forEach(image -> terminal.say(image.toString()));
        next(target, images.getFirst().tag()).forEach(terminal::say);
        return 0;
    }

    private static List<String> parts() {
        return Suite.modules().stream()
                .filter(module -> !module.equals(NO_IMAGE))
                .toList();
    }

    private static List<String> maven(Path project, Target target, Foundation base) {
        var names = new ArrayList<>(List.of(PROBE));
        parts().forEach(part -> names.add(":" + part));
        var command = new ArrayList<>(List.of(
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Djacoco.skip",
                "-Duniversal.image.base=" + base.reference(),
                "-Duniversal.image.revision=" + new Revision(project).text(),
                "-pl",
                String.join(",", names),
                "-am"));
        command.addAll(target.arguments(base));
        command.add("cyclonedx:makeBom");
        return command;
    }

    private static List<Built> take(Path project, Target target) {
        var build = new Build(project);
        var images = new ArrayList<Built>();
        try {
            for (var part : parts()) {
                images.add(Built.take(part, build.jar(part).resolveSibling(""), target));
            }
            return images;
        } catch (IOException e) {
            throw new LauncherException("what was made cannot be taken: " + LauncherException.why(e), e);
        }
    }

    private static List<String> next(Target target, String tag) {
        return switch (target) {
            case Target.Folder(var folder) ->
                List.of(
                        "A tar an image, and beside it its list of contents, are in " + folder,
                        "Next: for f in %s/*.tar; do docker load -i $f; done".formatted(folder),
                        "      ./universal secrets, then UNIVERSAL_VERSION=%s docker compose up --wait".formatted(tag));
            case Target.Registry(var name, var folder) ->
                List.of(
                        "Pushed; the lists of contents are in " + folder,
                        "Next: ./universal secrets, then UNIVERSAL_IMAGES=%s/ UNIVERSAL_VERSION=%s docker compose up --wait"
                                .formatted(name, tag));
        };
    }
}
