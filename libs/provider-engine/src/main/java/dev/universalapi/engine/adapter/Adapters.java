package dev.universalapi.engine.adapter;

import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The adapters among some classes, by their simple names.
public final class Adapters {
    private final List<Class<? extends Adapter>> types;

    public Adapters(Collection<Class<?>> classes) {
        this.types = classes.stream()
                .filter(type -> Adapter.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .<Class<? extends Adapter>>map(type -> type.asSubclass(Adapter.class))
                .toList();
    }

    /// The one that a manifest names; empty, with a mistake, if there is none that can be used.
    public Optional<Adapter> find(Yaml where, Mistakes mistakes) {
        var name = where.text();
        var named =
                types.stream().filter(type -> type.getSimpleName().equals(name)).toList();
        if (named.size() == 1) {
            return make(named.getFirst(), where, mistakes);
        }
        var names = types.stream().map(Class::getSimpleName).distinct().sorted().toList();
        if (named.isEmpty()) {
            mistakes.add(
                    where.line(),
                    "there is no adapter `" + name + "`",
                    names.isEmpty()
                            ? "write a final class of that name that implements Adapter"
                            : "use one of " + String.join(", ", names));
        } else {
            mistakes.add(where.line(), "there are " + named.size() + " adapters `" + name + "`", "rename one");
        }
        return Optional.empty();
    }

    private static Optional<Adapter> make(Class<? extends Adapter> type, Yaml where, Mistakes mistakes) {
        var modifiers = type.getModifiers();
        var usable = Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isProtected(modifiers);
        try {
            var constructor = type.getDeclaredConstructor();
            if (usable && constructor.trySetAccessible()) {
                return Optional.of(constructor.newInstance());
            }
        } catch (ReflectiveOperationException _) {
            // told below
        }
        mistakes.add(
                where.line(),
                "the adapter `" + where.text() + "` cannot be made",
                "make it final and not private, with a constructor without arguments");
        return Optional.empty();
    }
}
