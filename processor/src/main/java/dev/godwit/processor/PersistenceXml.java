package dev.godwit.processor;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The classes that a {@code persistence.xml} lists, Jakarta Persistence 8.2.1.6. */
public final class PersistenceXml {

    public static final String PATH = "META-INF/persistence.xml";

    private PersistenceXml() {}

    /** @throws IllegalArgumentException when the text is no XML */
    public static List<String> classes(String text) {
        NodeList found = parse(text).getElementsByTagNameNS("*", "class");
        List<String> names = new ArrayList<>();
        IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(node -> node.getTextContent().strip())
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
