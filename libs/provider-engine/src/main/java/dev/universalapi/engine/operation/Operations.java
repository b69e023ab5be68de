package dev.universalapi.engine.operation;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.shape.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// All operations there are, by path.
public final class Operations {
    private static final String CLASS = ".class";
    private static final Set<String> WORDS =
            Set.of("each", "entries", "columns", "key", "none", "page", "offset", "token");

    private final Map<String, OperationType> types = new TreeMap<>();
    private final List<Class<?>> classes;

    private Operations(Collection<Class<?>> found) {
        this.classes = List.copyOf(found);
        for (var type : found) {
            var operation = type.getAnnotation(Operation.class);
            if (operation != null) {
                var known = types.put(operation.path(), type(operation, type));
                if (known != null) {
                    throw new IllegalArgumentException(operation.path() + " is declared twice, by "
                            + known.queryType().getName() + " and by " + type.getName());
                }
            }
        }
    }

    /// Those of the given classes that are marked with [Operation].
    public static Operations of(Class<?>... types) {
        return new Operations(List.of(types));
    }

    /// All in the package of the anchor and the packages below it, in a folder, a jar, or a jar within a jar.
    public static Operations beside(Class<?> anchor) {
        var own = anchor.getName().replace('.', '/') + CLASS;
        var folder = own.substring(0, own.lastIndexOf('/') + 1);
        var address = anchor.getResource("/" + own);
        if (address == null) {
            throw new IllegalArgumentException(anchor + " has no class file");
        }
        try {
            var names = address.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar, folder)
                    : inFolder(Path.of(URI.create(address.toString())).resolveSibling(""), folder);
            var found = new ArrayList<Class<?>>();
            for (var name : names) {
                found.add(Class.forName(name, false, anchor.getClassLoader()));
            }
            return new Operations(found);
        } catch (IOException e) {
            throw new UncheckedIOException("classes beside " + anchor.getName(), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that was just seen is gone", e);
        }
    }

    /// The operation of that path.
    public Optional<OperationType> find(String path) {
        return Optional.ofNullable(types.get(path));
    }

    /// The operation whose query is of that class.
    public Optional<OperationType> find(Class<?> queryType) {
        var operation = queryType.getAnnotation(Operation.class);
        return operation == null ? Optional.empty() : find(operation.path());
    }

    /// Every operation, in the order of their paths.
    public List<OperationType> all() {
        return List.copyOf(types.values());
    }

    /// Every class that was looked at, operation or not.
    public List<Class<?>> classes() {
        return classes;
    }

    private static OperationType type(Operation operation, Class<?> type) {
        if (!type.isRecord() || !Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + " is an operation and must be a public record");
        }
        if (!operation.path().matches("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(type.getName() + ": the path must be category/operation");
        }
        var query = Shape.of(type.asSubclass(Record.class));
        refuseWords(query);
        for (var parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic && kind(generic) instanceof Kind kind) {
                var answer = generic.getActualTypeArguments()[0];
                if (answer == Binary.class) {
                    return new OperationType(operation, kind, Form.BINARY, query, Shape.of(Binary.class));
                }
                if (answer instanceof Class<?> plain && plain.isRecord()) {
                    return new OperationType(operation, kind, Form.RECORD, query, answer(plain));
                }
                if (answer instanceof ParameterizedType stream
                        && stream.getRawType() == Streamed.class
                        && stream.getActualTypeArguments()[0] instanceof Class<?> part
                        && part.isRecord()
                        && kind == Kind.QUERY) {
                    return new OperationType(operation, kind, Form.STREAM, query, answer(part));
                }
            }
        }
        throw new IllegalArgumentException(type.getName()
                + " must implement Query<its answer> or Command<its answer>, and the answer is a record, "
                + "Binary, or of a query Streamed<its part>");
    }

    private static Shape.RecordOf answer(Class<?> type) {
        var answer = Shape.of(type.asSubclass(Record.class));
        refuseWords(answer);
        return answer;
    }

    private static @Nullable Kind kind(ParameterizedType parent) {
        return parent.getRawType() == Query.class
                ? Kind.QUERY
                : parent.getRawType() == Command.class ? Kind.COMMAND : null;
    }

    private static void refuseWords(Shape shape) {
        switch (shape) {
            case Shape.RecordOf record ->
                record.components().forEach(component -> {
                    if (WORDS.contains(component.name())) {
                        throw new IllegalArgumentException(record.type().getName() + ": `" + component.name()
                                + "` is a word of the manifest language and names no component");
                    }
                    refuseWords(component.shape());
                });
            case Shape.ListOf list -> refuseWords(list.element());
            case Shape.MapOf map -> refuseWords(map.element());
            case Shape.One _, Shape.Choice _ -> {}
        }
    }

    private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
        JarFile jar = connection.getJarFile();
        var prefix =
                connection.getEntryName().substring(0, connection.getEntryName().lastIndexOf('/') + 1);
        var within = prefix.substring(0, prefix.length() - folder.length());
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.endsWith(CLASS) && !name.endsWith("-info.class"))
                .map(name -> name.substring(within.length(), name.length() - CLASS.length())
                        .replace('/', '.'))
                .toList();
    }

    private static List<String> inFolder(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(CLASS) && !file.endsWith("-info.class"))
                    .map(file -> (name + file.substring(0, file.length() - CLASS.length())).replace('/', '.'))
                    .toList();
        }
    }
}
