package dev.universalapi.engine.yaml;

import dev.universalapi.engine.shape.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads one file.
public final class YamlReader {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 100;
    private static final String MERGE = "<<";

    private final Mistakes mistakes;

    private YamlReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// What is in it; empty, with mistakes, if it cannot be read.
    public static Optional<Yaml> read(String text, Mistakes mistakes) {
        return new YamlReader(mistakes).read(text);
    }

    private Optional<Yaml> read(String text) {
        var settings = LoadSettings.builder()
                .setLabel(mistakes.file())
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            if (!plain(new Parse(settings).parseString(text))) {
                return Optional.empty();
            }
            var node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                mistakes.add(1, "the file is empty", "write at least its required words");
                return Optional.empty();
            }
            var read = part(node.get());
            return mistakes.none() ? Optional.of(read) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            mistakes.add(
                    line(e.getProblemMark()),
                    "this is no YAML: " + e.getProblem(),
                    "quote what holds { } [ ] , : or #");
        } catch (YamlEngineException e) {
            mistakes.add(1, "this is no YAML: " + e.getMessage(), "write one document");
        }
        return Optional.empty();
    }

    private boolean plain(Iterable<Event> events) {
        var documents = 0;
        var depth = 0;
        for (var event : events) {
            var line = line(event.getStartMark());
            if (event instanceof AliasEvent) {
                mistakes.add(line, "aliases are not used here", "write the value again");
            } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                mistakes.add(
                        line,
                        "anchors are not used here",
                        "leave `&" + node.getAnchor().get() + "` out");
            }
            if (tagged(event)) {
                mistakes.add(line, "tags are not used here", "leave the `!` out, or quote the text");
            }
            if (event instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals(MERGE)) {
                mistakes.add(line, "`<<` merges nothing here", "write the values again, or quote the text");
            }
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                mistakes.add(line, "there is a second document", "write one file each");
            }
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd ? 1 : 0;
            if (depth > DEEPEST) {
                mistakes.add(line, "this is deeper than " + DEEPEST, "write it flatter");
                return false;
            }
        }
        return mistakes.none();
    }

    private static boolean tagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
    }

    private Yaml part(Node node) {
        var line = line(node.getStartMark());
        return switch (node) {
            case ScalarNode scalar -> word(scalar, line);
            case SequenceNode sequence -> {
                var items = new ArrayList<Yaml>();
                sequence.getValue().forEach(item -> items.add(part(item)));
                yield new Yaml.Items(items, line);
            }
            case MappingNode mapping -> entries(mapping, line);
            default -> new Yaml.Word("", Yaml.Kind.NULL, line);
        };
    }

    private Yaml entries(MappingNode mapping, int line) {
        var values = new LinkedHashMap<String, Yaml>();
        var lines = new LinkedHashMap<String, Integer>();
        for (var pair : mapping.getValue()) {
            var at = line(pair.getKeyNode().getStartMark());
            if (!(pair.getKeyNode() instanceof ScalarNode name)) {
                mistakes.add(at, "a name must be one word or text", "quote a text that holds { } [ ] , here");
            } else if (values.put(name.getValue(), part(pair.getValueNode())) != null) {
                mistakes.add(at, "`" + name.getValue() + "` stands here twice", "leave one out");
            } else {
                lines.put(name.getValue(), at);
            }
        }
        return new Yaml.Entries(values, lines, line);
    }

    private Yaml word(ScalarNode scalar, int line) {
        var text = scalar.getValue();
        var tag = scalar.getTag();
        var finite = !text.toLowerCase(Locale.ROOT).contains("n"); // .inf and .nan are texts here
        if (tag.equals(Tag.INT) || (tag.equals(Tag.FLOAT) && finite)) {
            if (!bounded(text)) {
                mistakes.add(line, "the number is too long", "quote it, if it is a text");
                return new Yaml.Word("0", Yaml.Kind.NUMBER, line);
            }
            return new Yaml.Word(text, Yaml.Kind.NUMBER, line);
        }
        if (tag.equals(Tag.BOOL)) {
            return new Yaml.Word(text, Yaml.Kind.TRUTH, line);
        }
        return new Yaml.Word(text, tag.equals(Tag.NULL) ? Yaml.Kind.NULL : Yaml.Kind.TEXT, line);
    }

    // 1e999999999 would become a gigabyte of digits
    private static boolean bounded(String text) {
        return text.startsWith("0x") || text.startsWith("0o") ? text.length() <= LONGEST : Numbers.exact(text) != null;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
