package dev.godwit.data;

import dev.godwit.csv.CsvException;
import dev.godwit.csv.CsvReader;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows that belong to the schema, as a project's files declare them: {@code data/<table>.csv} beside the snapshot.
 *
 * @param problems what is wrong with the files themselves
 */
public record DeclaredData(List<DeclaredTable> tables, List<DataProblem> problems) {

    /** Where the files are, beside the snapshot. */
    public static final String DIRECTORY = "data";

    public static final DeclaredData NONE = new DeclaredData(List.of(), List.of());

    private static final String EXTENSION = ".csv";

    public DeclaredData {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    /** Reads the files of a directory; of one that is not there, nothing. */
    public static DeclaredData in(Path directory) {
        List<DeclaredTable> tables = new ArrayList<>();
        List<DataProblem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> file : files(directory).entrySet()) {
            String name = file.getKey();
            QualifiedName table = QualifiedName.of(name.substring(0, name.length() - EXTENSION.length()));
            String shown = DIRECTORY + "/" + name;
            try {
                tables.add(new DeclaredTable(shown, table, CsvReader.read(Files.readString(file.getValue()))));
            } catch (CsvException e) {
                problems.add(DataMessages.damaged(table, shown, e.line(), e.getMessage()));
            } catch (CharacterCodingException e) {
                problems.add(DataMessages.unreadable(table, shown, "it is not in UTF-8"));
            } catch (IOException e) {
                problems.add(DataMessages.unreadable(table, shown, e.toString()));
            }
        }
        return new DeclaredData(tables, problems);
    }

    private static Map<String, Path> files(Path directory) {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                        .filter(file -> file.getFileName().toString().length() > EXTENSION.length())
                        .forEach(file -> files.put(file.getFileName().toString(), file));
            } catch (IOException e) {
                return Map.of();
            }
        }
        return files;
    }

    /** The rows with the types that their columns have in a schema. */
    public TypedData typed(Schema schema) {
        return TypedData.of(this, schema);
    }
}
