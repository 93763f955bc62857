package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.referee.Disagreement;
import dev.godwit.referee.ManagedTypes;
import dev.godwit.referee.Verdict;
import dev.godwit.referee.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are mapped by files, with Hibernate as the referee, and what is said about files that are wrong. */
class MappingFilesTest {

    private static final String PACKAGE = "dev.godwit.xmlzoo.";
    private static final List<String> OVERRIDDEN = Stream.of("Base", "Book", "Shelf", "Ledger")
            .map((PACKAGE + "Annotated$")::concat)
            .toList();

    @ParameterizedTest
    @CsvSource({"V7, plain", "V6_6, plain", "V7, overrides", "V6_6, overrides", "V7, extended"})
    void agreesWithHibernate(HibernateLine line, String file) {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, line, Map.of());
        List<String> annotated = file.equals("overrides") ? OVERRIDDEN : List.of();
        List<String> files = List.of("xmlzoo/" + file + ".xml");
        MappedClasses mapped = MappedClasses.of(settings, annotated, files);

        assertThat(mapped.messages()).isEmpty();
        Verdict verdict = Zoo.judge(mapped.model(), settings, new ManagedTypes(annotated, List.of(), files));
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.disagreements()).extracting(Disagreement::toString).isEmpty();
        assertThat(verdict.facts()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GW1302 | line 1: | <entity-mappings>
            GW1302 | a document type | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><entity-mappings>&e;</entity-mappings>
            GW1303 | hibernate-mapping | <hibernate-mapping/>
            GW1304 | line 1: entity | <entity-mappings><entity name="Tern"/></entity-mappings>
            GW1305 | line 2: the class p.Gone | <entity-mappings><package>p</package>\\n<entity class="Gone"/></entity-mappings>
            GW1306 | no getter for the attribute wood2 | <entity-mappings><entity class="dev.godwit.xmlzoo.Extended$Pallet"><attributes><id name="id"/><basic name="wood2"/></attributes></entity></entity-mappings>
            GW1307 | line 1: colour within entity | <entity-mappings><entity class="dev.godwit.xmlzoo.Extended$Pallet"><colour/><attributes><id name="id"/></attributes></entity></entity-mappings>
            GW1308 | ten is no number | <entity-mappings><entity class="dev.godwit.xmlzoo.Extended$Pallet"><attributes><id name="id"/><basic name="wood"><column length="ten"/></basic></attributes></entity></entity-mappings>
            GW1309 | WOOD is no constant | <entity-mappings><entity class="dev.godwit.xmlzoo.Extended$Pallet"><attributes><id name="id"/><basic name="wood"><jdbc-type-name>WOOD</jdbc-type-name></basic></attributes></entity></entity-mappings>
            """)
    void saysWhatIsWrongAndWhere(String code, String part, String file) {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, HibernateLine.V7, Map.of());
        List<String> messages =
                MappedClasses.ofFile(settings, file.replace("\\n", "\n")).texts();

        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith(code + ": META-INF/orm.xml")
                .contains(part);
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        List<Message> messages = new ArrayList<>();
        MappingFiles.read(List.of("birds.xml"), name -> Optional.empty(), (message, place) -> messages.add(message));
        assertThat(messages).extracting(Message::code).containsExactly("GW1301");
    }
}
