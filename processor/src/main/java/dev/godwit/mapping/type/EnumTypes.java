package dev.godwit.mapping.type;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** How the values of an enum are stored: Hibernate's {@code EnumJavaType}. */
final class EnumTypes {

    private final StoredValues values;

    EnumTypes(StoredValues values) {
        this.values = values;
    }

    /** Names of the constants in the order of their declaration. */
    static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .toList();
    }

    Optional<BasicColumn> column(
            TypeElement type, Optional<SqlCode> explicit, Indications indications, ColumnSize size) {
        Optional<VariableElement> valueField = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> ((TypeElement)
                                        mirror.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals("jakarta.persistence.EnumeratedValue")))
                .findFirst();
        if (valueField.isPresent() && indications.settings().line().knowsEnumeratedValues()) {
            return byField(type, valueField.get(), explicit, size);
        }
        return explicit.isPresent()
                ? byCode(type, explicit.get(), size)
                : Optional.of(new BasicColumn(implied(type, indications, size)));
    }

    private static Type implied(TypeElement type, Indications indications, ColumnSize size) {
        boolean named = indications.settings().nativeEnums();
        Type.EnumOf.Storage storage = indications.isEnumByName()
                ? named ? Type.EnumOf.Storage.NAMED_TYPE : Type.EnumOf.Storage.NAME
                : named ? Type.EnumOf.Storage.NAMED_ORDINAL_TYPE : Type.EnumOf.Storage.ORDINAL;
        return enumOf(type, storage, size);
    }

    private static Type enumOf(TypeElement type, Type.EnumOf.Storage storage, ColumnSize size) {
        boolean isNamed =
                storage == Type.EnumOf.Storage.NAMED_TYPE || storage == Type.EnumOf.Storage.NAMED_ORDINAL_TYPE;
        List<String> constants = constants(type);
        return new Type.EnumOf(
                storage,
                storage == Type.EnumOf.Storage.NAMED_TYPE
                        ? constants.stream().sorted().toList()
                        : constants,
                size.ownLength().orElse(JavaBasic.DEFAULT_LENGTH),
                isNamed
                        ? Optional.of(new QualifiedName(
                                new Identifier(type.getSimpleName().toString(), false)))
                        : Optional.empty());
    }

    private static Optional<BasicColumn> byCode(TypeElement type, SqlCode code, ColumnSize size) {
        List<String> constants = constants(type);
        return switch (code) {
            case ENUM -> Optional.of(new BasicColumn(enumOf(type, Type.EnumOf.Storage.NAME, size)));
            case NAMED_ENUM -> Optional.of(new BasicColumn(enumOf(type, Type.EnumOf.Storage.NAMED_TYPE, size)));
            case ORDINAL_ENUM, NAMED_ORDINAL_ENUM ->
                Optional.of(new BasicColumn(enumOf(type, Type.EnumOf.Storage.NAMED_ORDINAL_TYPE, size)));
            default ->
                LogicalTypes.of(code, JavaBasic.ENUM, size)
                        .map(logical -> new BasicColumn(
                                logical,
                                code.isText()
                                        ? Optional.of(ValueCheck.inTexts(constants))
                                        : code.isInteger()
                                                ? Optional.of(ValueCheck.between(0, constants.size() - 1L))
                                                : Optional.empty()));
        };
    }

    private Optional<BasicColumn> byField(
            TypeElement type, VariableElement field, Optional<SqlCode> explicit, ColumnSize size) {
        JavaBasic stored = JavaBasic.of(field.asType().toString()).orElse(JavaBasic.STRING);
        SqlCode code = explicit.orElse(
                switch (stored) {
                    case BYTE -> SqlCode.TINYINT;
                    case SHORT, INTEGER -> SqlCode.SMALLINT;
                    default -> SqlCode.VARCHAR;
                });
        return LogicalTypes.of(code, stored, size)
                .map(logical -> new BasicColumn(
                        logical,
                        values.inField(type, field)
                                .map(ConverterChecks::inHashOrder)
                                .map(ConverterChecks::in)));
    }
}
