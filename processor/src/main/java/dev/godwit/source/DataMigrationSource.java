package dev.godwit.source;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.schema.Table;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a migration to be filled in: nothing is done yet, and the handles of tables are there. */
public final class DataMigrationSource {

    private DataMigrationSource() {}

    /**
     * The source file.
     *
     * @param migration without changes
     * @param tables as they stand where the migration is
     */
    public static String of(MigrationText migration, List<Table> tables) {
        List<HandleCode> handles = tables.stream().map(HandleCode::new).toList();
        TypeSpec.Builder type = TypeSpec.classBuilder(migration.className())
                .addJavadoc("$L", Summary.javadoc(migration))
                .addAnnotation(MigrationSource.info(migration))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class);
        handles.forEach(handle -> type.addField(handle.field()));
        type.addMethod(up(handles)).addMethod(down());
        handles.forEach(handle -> type.addType(handle.type(migration.after())));
        return JavaFile.builder(migration.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    private static MethodSpec up(List<HandleCode> handles) {
        MethodSpec.Builder up = method("up");
        up.addComment(handles.isEmpty() ? "Say here what happens." : "Say here what happens to the rows, such as:");
        handles.stream().findFirst().ifPresent(handle -> handle.example().forEach(line -> up.addComment("$L", line)));
        return up.build();
    }

    private static MethodSpec down() {
        return method("down")
                .addComment("Say here how the rows come back, or that they cannot:")
                .addComment("schema.noWayBack($S);", "why")
                .build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(SchemaChanges.class, "schema");
    }
}
