package dev.godwit.mapping.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file into {@link XmlNode}s. Nothing outside of the file is read: document types and entities are refused. */
final class XmlReader {

    private final XMLStreamReader reader;

    private XmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @throws MalformedMappingException when the text is no XML, or has a document type */
    static XmlNode read(String text) throws MalformedMappingException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new XmlReader(factory.createXMLStreamReader(new StringReader(withoutMark(text)))).root();
        } catch (XMLStreamException e) {
            throw new MalformedMappingException(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), firstSentence(e.getMessage()));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The parser puts the position on a line of its own before the message. */
    private static String firstSentence(String message) {
        return message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    }

    private XmlNode root() throws XMLStreamException, MalformedMappingException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedMappingException(
                        reader.getLocation().getLineNumber(), "a document type is not allowed here.");
            }
        }
        XmlNode root = element();
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private XmlNode element() throws XMLStreamException {
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
        }
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            }
        }
        return new XmlNode(name, attributes, children, text.toString().strip(), line);
    }
}
