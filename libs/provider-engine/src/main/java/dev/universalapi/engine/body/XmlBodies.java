package dev.universalapi.engine.body;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads XML: an element is an object of its children by local name, attributes are `@name`, an element of text
/// alone is that text. Text of an element that has more is under the empty name. A DOCTYPE is skipped, never
/// loaded.
final class XmlBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final WstxInputFactory FACTORY = factory();

    private final Limits limits = new Limits();
    private final StringBuilder text = new StringBuilder();
    private final XMLStreamReader reader;

    private XmlBodies(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver) (_, _, _, name) -> {
            throw new XMLStreamException("the entity " + name + " is not one of the five built in");
        });
        return factory;
    }

    static JsonNode read(byte[] body) throws UnreadableException {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new XmlBodies(reader).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableException("the body is no XML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private JsonNode document() throws XMLStreamException, UnreadableException {
        var top = NODES.objectNode();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var name = reader.getLocalName();
                top.set(name, element(1));
            }
        }
        return top;
    }

    private JsonNode element(int depth) throws XMLStreamException, UnreadableException {
        limits.node();
        Limits.depth(depth);
        var start = text.length();
        var children = attributes();
        var mixed = false;
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    children = children == null ? NODES.objectNode() : children;
                    add(children, name, element(depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(reader.getText());
                    mixed |= !reader.getText().isBlank();
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException("the XML uses the entity " + reader.getLocalName());
                default -> {}
            }
        }
        if (children == null) {
            return NODES.stringNode(within(start));
        }
        return mixed ? children.put("", within(start)) : children;
    }

    /// All text since the element began, in the order of the document, that of its children included.
    private String within(int start) throws UnreadableException {
        limits.characters(text.length() - start);
        return text.substring(start);
    }

    private @Nullable ObjectNode attributes() throws UnreadableException {
        if (reader.getAttributeCount() == 0) {
            return null;
        }
        var attributes = NODES.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            limits.node();
            limits.characters(reader.getAttributeValue(i).length());
            attributes.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static void add(ObjectNode parent, String name, JsonNode child) throws UnreadableException {
        switch (parent.get(name)) {
            case null -> parent.set(name, child);
            case ArrayNode all -> {
                all.add(child);
                Limits.elements(all.size());
            }
            case JsonNode first -> parent.set(name, NODES.arrayNode().add(first).add(child));
        }
    }
}
