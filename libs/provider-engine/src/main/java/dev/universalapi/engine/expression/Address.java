package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// A way through a body. Compared by identity: each stands at one place of a manifest.
public final class Address {

    /// One step of the way.
    sealed interface Step {}

    /// A member of an object, or an element of a list by its index from 0.
    record Name(Template name) implements Step {}

    /// All members or elements.
    record All() implements Step {}

    /// The first element whose member equals a value.
    record Select(Template member, Template value) implements Step {}

    private final String written;
    private final boolean fromTop;
    private final List<Step> steps;
    private final int stars;
    private final @Nullable List<Direct> direct;

    /// A step whose name is known at load.
    private record Direct(String name, int index) {}

    Address(String written, boolean fromTop, List<Step> steps) {
        this.written = written;
        this.fromTop = fromTop;
        this.steps = List.copyOf(steps);
        this.stars = (int) steps.stream().filter(All.class::isInstance).count();
        this.direct = direct(steps);
    }

    /// Most addresses are names and nothing else, and are walked without a detour.
    private static @Nullable List<Direct> direct(List<Step> steps) {
        var direct = new ArrayList<Direct>();
        for (var step : steps) {
            if (!(step instanceof Name(var template) && template.constant() instanceof String name)) {
                return null;
            }
            direct.add(new Direct(name, index(name)));
        }
        return List.copyOf(direct);
    }

    /// Whether it begins at the top of the body, wherever it is evaluated.
    public boolean fromTop() {
        return fromTop;
    }

    /// How many `*` it has: with one it finds a list.
    public int stars() {
        return stars;
    }

    /// Whether it has neither `*` nor select.
    public boolean plain() {
        return steps.stream().allMatch(Name.class::isInstance);
    }

    int size() {
        return steps.size();
    }

    List<Template> templates() {
        var templates = new ArrayList<Template>();
        for (var step : steps) {
            switch (step) {
                case Name name -> templates.add(name.name());
                case Select select -> templates.addAll(List.of(select.member(), select.value()));
                case All _ -> {}
            }
        }
        return templates;
    }

    /// What it finds.
    public Found find(Scope scope) {
        if (!fromTop && scope.row() != null) {
            return scope.row().at(this);
        }
        var found = walk(scope, false);
        if (fromTop && scope.inside() && found instanceof Found.Value(var value)) {
            scope.whole().budget().echo(Values.size(value));
        }
        return found;
    }

    /// What it finds for `columns`: what is missing behind a `*` keeps its place, so that rows stay together.
    public Found column(Scope scope) {
        var found = walk(scope, true);
        return found instanceof Found.Value(var value) && Values.plural(value)
                ? new Found.Value(Values.elements(value))
                : found;
    }

    private Found walk(Scope scope, boolean gaps) {
        var start = fromTop ? scope.whole().top() : scope.element();
        if (direct != null && !scope.whole().markup()) {
            return along(direct, start);
        }
        var walk = new Walk(scope, gaps && stars > 0);
        walk.on(start, 0);
        return walk.result();
    }

    private static Found along(List<Direct> steps, JsonNode start) {
        var node = start;
        for (var step : steps) {
            if (node.isNull()) {
                return Found.BLANK;
            }
            var next = node.isArray() ? (step.index < 0 ? null : node.get(step.index)) : node.get(step.name);
            if (next == null) {
                return Found.ABSENT;
            }
            node = next;
        }
        return Values.of(node);
    }

    @Override
    public String toString() {
        return written;
    }

    /// One evaluation.
    private final class Walk {
        private final Scope scope;
        private final boolean markup;
        private final List<Object> found = new ArrayList<>();
        private boolean blank;
        private boolean starred;
        /// whether anything was there behind a star, be it only that nothing is in a list
        private boolean reached;
        private final boolean gaps;
        private @Nullable Found failed;

        Walk(Scope scope, boolean gaps) {
            this.scope = scope;
            this.gaps = gaps;
            this.markup = scope.whole().markup();
        }

        Found result() {
            if (failed != null) {
                return failed;
            }
            if (stars > 0) {
                return reached || !found.isEmpty()
                        ? new Found.Value(List.copyOf(found))
                        : blank ? Found.BLANK : Found.ABSENT;
            }
            return switch (found.size()) {
                case 0 -> blank ? Found.BLANK : Found.ABSENT;
                case 1 -> new Found.Value(found.getFirst());
                default -> new Found.Value(new Values.Several(List.copyOf(found)));
            };
        }

        void on(JsonNode node, int at) {
            if (at == steps.size()) {
                arrive(node);
            } else if (node.isNull()) {
                blank = true;
                gap();
            } else {
                switch (steps.get(at)) {
                    case Name name -> text(name.name()).ifPresent(text -> named(node, text, at));
                    case All _ -> all(node, at);
                    case Select select ->
                        text(select.member())
                                .ifPresent(member ->
                                        text(select.value()).ifPresent(value -> select(node, member, value, at)));
                }
            }
        }

        private void arrive(JsonNode node) {
            if (markup && node.isArray() && !steps.isEmpty()) {
                node.forEach(this::arrive);
                return;
            }
            switch (Values.of(node)) {
                case Found.Value value -> found.add(value.value());
                case Found.Missing missing -> {
                    blank |= !missing.absent();
                    gap();
                }
                case Found.Unreadable unreadable -> failed = unreadable;
            }
        }

        private void gap() {
            if (gaps && starred) {
                found.add(NullNode.getInstance());
            }
        }

        private void named(JsonNode node, String name, int at) {
            if (node.isArray()) {
                var index = index(name);
                if (index >= 0) {
                    next(node.get(index), at);
                } else if (markup) {
                    node.forEach(element -> on(element, at));
                }
            } else if (node.isObject()) {
                var member = node.get(name);
                next(member == null && markup && name.equals("0") ? node : member, at);
            } else if (markup && name.equals("0")) {
                on(node, at + 1);
            } else {
                gap();
            }
        }

        private void next(@Nullable JsonNode node, int at) {
            if (node == null) {
                gap();
            } else {
                on(node, at + 1);
            }
        }

        private void all(JsonNode node, int at) {
            if (node.isContainer()) {
                starred = true;
                reached |= node.isEmpty() || at + 1 == steps.size();
                node.forEach(element -> on(element, at + 1));
            }
        }

        private void select(JsonNode node, String member, String value, int at) {
            for (var element : Values.elements(node)) {
                if (element instanceof JsonNode object
                        && object.get(member) instanceof JsonNode there
                        && Values.single(there, markup) instanceof Found.Value(var text)
                        && Written.text(text).equals(value)) {
                    on(object, at + 1);
                    return;
                }
            }
        }

        private Optional<String> text(Template template) {
            if (template.constant() != null) {
                return Optional.of(template.constant());
            }
            return switch (template.fill(scope)) {
                case Found.Value value -> Optional.of(Written.text(value.value()));
                case Found.Missing _ -> Optional.empty();
                case Found.Unreadable unreadable -> {
                    failed = unreadable;
                    yield Optional.empty();
                }
            };
        }
    }

    private static int index(String name) {
        if (name.isEmpty() || name.length() > 6) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(name);
    }
}
