package dev.godwit.project.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * {@code META-INF/persistence.xml} (Jakarta Persistence 3.2, section 8.2.1).
 *
 * @param units in the order of the file
 */
public record PersistenceXml(List<Unit> units) {

    /** Where it lies in a module's resources. */
    public static final String PATH = "META-INF/persistence.xml";

    /**
     * A persistence unit.
     *
     * @param classes names of managed classes
     * @param mappingFiles resources such as {@code META-INF/orm.xml}
     * @param jarFiles jars that are searched for managed classes too
     * @param properties by name and value, the validation mode as a property of its own
     */
    public record Unit(
            String name,
            List<String> classes,
            List<String> mappingFiles,
            List<String> jarFiles,
            List<Property> properties) {

        public Unit {
            classes = List.copyOf(classes);
            mappingFiles = List.copyOf(mappingFiles);
            jarFiles = List.copyOf(jarFiles);
            properties = List.copyOf(properties);
        }
    }

    /** A property of a unit. */
    public record Property(String name, String value) {}

    public PersistenceXml {
        units = List.copyOf(units);
    }

    /**
     * Reads the file's text.
     *
     * @throws IllegalArgumentException when it cannot be understood; the message says why and where
     */
    public static PersistenceXml parse(String text) {
        try {
            return read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableFileException e) {
            throw new IllegalArgumentException(e.why(), e);
        }
    }

    /** The managed classes that its units list. */
    public List<String> classes() {
        return units.stream()
                .flatMap(unit -> unit.classes().stream())
                .distinct()
                .toList();
    }

    /** The mapping files that its units list. */
    public List<String> mappingFiles() {
        return units.stream()
                .flatMap(unit -> unit.mappingFiles().stream())
                .distinct()
                .toList();
    }

    /** Nothing outside of the file is read: document types and external entities are refused. */
    static PersistenceXml read(byte[] file) throws UnreadableFileException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            Element root = builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
            return new PersistenceXml(
                    children(root, "persistence-unit").map(PersistenceXml::unit).toList());
        } catch (SAXParseException e) {
            throw new UnreadableFileException("line %d: %s".formatted(e.getLineNumber(), e.getMessage()), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Unit unit(Element unit) {
        List<Property> properties = new ArrayList<>();
        texts(unit, "validation-mode")
                .findFirst()
                .ifPresent(mode -> properties.add(new Property(ValidationMode.KEY, mode)));
        children(unit, "properties")
                .flatMap(all -> children(all, "property"))
                .map(each -> new Property(
                        each.getAttribute("name").strip(),
                        each.getAttribute("value").strip()))
                .forEach(properties::add);
        return new Unit(
                unit.getAttribute("name"),
                texts(unit, "class").toList(),
                texts(unit, "mapping-file").toList(),
                texts(unit, "jar-file").toList(),
                properties);
    }

    private static Stream<String> texts(Element parent, String name) {
        return children(parent, name).map(element -> element.getTextContent().strip());
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> name.equals(element.getLocalName()));
    }

    /** The unit that decides where there are several: the first. */
    public Optional<Unit> first() {
        return units.stream().findFirst();
    }
}
