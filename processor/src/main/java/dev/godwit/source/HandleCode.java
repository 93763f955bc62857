package dev.godwit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.godwit.ColumnHandle;
import dev.godwit.TableHandle;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** A table as a class of handles, nested in a migration. */
final class HandleCode {

    /** Names that a nested class cannot have beside what a migration uses. */
    private static final Set<String> TAKEN = Set.of(
            "Migration",
            "SchemaChanges",
            "TableHandle",
            "ColumnHandle",
            "Object",
            "String",
            "Integer",
            "Long",
            "Boolean",
            "Double",
            "Override",
            "List",
            "Timestamp");

    private final Table table;
    private final String name;

    HandleCode(Table table) {
        this.table = table;
        String camelCase = Words.camelCase(table.name().name().text());
        this.name = TAKEN.contains(camelCase) || !SourceVersion.isName(camelCase) ? "Table" + camelCase : camelCase;
    }

    /** The class's name. */
    String className() {
        return name;
    }

    /** The name of the field that holds the one instance. */
    String fieldName() {
        return variable(name);
    }

    private static String variable(String camelCase) {
        String lower = camelCase.substring(0, 1).toLowerCase(Locale.ROOT) + camelCase.substring(1);
        return SourceVersion.isName(lower) ? lower : lower + "_";
    }

    FieldSpec field() {
        ClassName type = ClassName.get("", name);
        return FieldSpec.builder(type, fieldName(), Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", type)
                .build();
    }

    TypeSpec type(Optional<String> after) {
        ClassName own = ClassName.get("", name);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "$L\n",
                        "Table %s as it stands here%s, whatever becomes of it later."
                                .formatted(
                                        table.name(),
                                        after.map(version -> ", after " + version)
                                                .orElse("")))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(TableHandle.class), own));
        Set<String> used = new HashSet<>();
        Stream.concat(keyColumns().stream(), otherColumns())
                .forEach(column -> type.addField(handle(own, column, used)));
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super($S)", table.name())
                        .build())
                .build();
    }

    private List<Column> keyColumns() {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).stream()
                .flatMap(column -> table.column(column).stream())
                .toList();
    }

    private Stream<Column> otherColumns() {
        List<Column> key = keyColumns();
        return table.columns().values().stream().filter(column -> !key.contains(column));
    }

    private FieldSpec handle(ClassName own, Column column, Set<String> used) {
        TypeName value = TypeName.get(JavaType.of(column.type()));
        String method = keyColumns().contains(column) ? "key" : "column";
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(ColumnHandle.class), own, value),
                        unique(column.name(), used),
                        Modifier.FINAL)
                .initializer(CodeBlock.of("$L($S, $T.class)", method, column.name(), value))
                .build();
    }

    private static String unique(Identifier column, Set<String> used) {
        String camelCase = Words.camelCase(column.text());
        String base = camelCase.isEmpty() || !SourceVersion.isIdentifier(camelCase)
                ? "column" + camelCase
                : variable(camelCase);
        String candidate = base;
        for (int i = 2; !used.add(candidate); i++) {
            candidate = base + i;
        }
        return candidate;
    }

    /** How a transformation of the table begins, for the reader. */
    List<String> example() {
        Optional<Column> other = otherColumns().findFirst();
        if (other.isEmpty()) {
            return List.of();
        }
        String column = fieldName() + "." + unique(other.get().name(), new HashSet<>());
        return List.of(
                "schema.transform(%s)".formatted(fieldName()),
                "        .read(%s)".formatted(column),
                "        .write(%s)".formatted(column),
                "        .each((row, out) -> row.get(%1$s).ifPresent(value -> out.set(%1$s, value)));"
                        .formatted(column));
    }
}
