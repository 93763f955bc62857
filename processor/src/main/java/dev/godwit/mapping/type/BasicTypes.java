package dev.godwit.mapping.type;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.schema.Type;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Column types of basic values: what {@code BasicValueBinder} and {@code InferredBasicValueResolver} of Hibernate
 * decide.
 */
public final class BasicTypes {

    private static final Type UNKNOWN = new Type.Sized(Type.Sized.Kind.VARCHAR, JavaBasic.DEFAULT_LENGTH);

    private static final int MICROSECONDS = 6;

    private final TypeSettings settings;
    private final TypeNames names;
    private final EnumTypes enums;
    private final ConverterChecks converterChecks;
    private final UserTypes userTypes;
    private final Diagnostics diagnostics;

    /**
     * @param values what the model's converters make of values
     * @param diagnostics takes a warning for each value whose type cannot be known here, such as by a user's own
     *     {@code UserType}
     */
    public BasicTypes(
            ModelReader reader,
            TypeSettings settings,
            UserTypes userTypes,
            StoredValues values,
            Diagnostics diagnostics) {
        this.settings = settings;
        this.names = new TypeNames(reader.elements(), reader.types());
        this.enums = new EnumTypes(values);
        this.converterChecks = new ConverterChecks(names, values);
        this.userTypes = userTypes;
        this.diagnostics = diagnostics;
    }

    /** Whether Hibernate can map this type to a column without being told how. */
    public boolean isBasic(TypeMirror type) {
        return JavaBasic.of(names.name(type)).isPresent()
                || names.enumOf(type).isPresent()
                || names.elementType(type).filter(this::isBasic).isPresent()
                || names.isA(type, "java.io.Serializable");
    }

    /** Whether the time zone of an attribute's value lies in a column of its own, as an integer. */
    public boolean hasZoneColumn(TypeMirror type, Annotations annotations) {
        return JavaBasic.of(names.name(type)).filter(JavaBasic::isZoned).isPresent()
                && new Indications(BasicSource.Role.ATTRIBUTE, annotations, settings, false).zoneStorage()
                        == TypeSettings.ZoneStorage.COLUMN;
    }

    /** How a basic value is stored. Where that cannot be known, the diagnostics get a warning. */
    public BasicColumn column(BasicSource source) {
        Indications indications = Indications.of(source, settings);
        Optional<TypeMirror> userType = userTypes.userType(source, indications);
        Optional<SqlCode> code = explicitCode(indications);
        if (userType.isPresent() && code.isEmpty()) {
            return userTypes
                    .code(userType.get())
                    .flatMap(stored -> LogicalTypes.of(stored, JavaBasic.SERIALIZABLE, source.size()))
                    .map(BasicColumn::new)
                    .orElseGet(() -> unknown(source, "The user type " + userType.get()));
        }
        Optional<TypeMirror> registered = userTypes.registeredJavaType(source.type());
        Optional<SqlCode> recommended =
                code.or(() -> indications.javaType().or(() -> registered).flatMap(userTypes::recommendedBy));
        if (registered.isPresent()
                && recommended.isEmpty()
                && source.converter().isEmpty()
                && JavaBasic.of(names.name(source.type())).isEmpty()) {
            return unknown(source, "The Java type " + registered.get());
        }
        Optional<BasicColumn> column = source.converter().isPresent()
                ? converted(source, source.converter().get(), code, indications)
                : plain(javaType(source, indications), recommended, indications, source.size());
        return column.orElseGet(() -> unknown(source, "The type " + source.type()));
    }

    private BasicColumn unknown(BasicSource source, String what) {
        diagnostics.report(
                Messages.notUnderstood(
                        what, "State the column's type by @JdbcTypeCode or @Column(columnDefinition = ...)."),
                source.place());
        return new BasicColumn(UNKNOWN);
    }

    private TypeMirror javaType(BasicSource source, Indications indications) {
        return indications
                .javaType()
                .flatMap(type -> names.argument(type, "org.hibernate.type.descriptor.java.JavaType", 0))
                .or(indications::statedType)
                .orElse(source.type());
    }

    private Optional<SqlCode> explicitCode(Indications indications) {
        return indications
                .jdbcType()
                .flatMap(userTypes::jdbcType)
                .or(() -> indications.jdbcTypeCode().flatMap(userTypes::code))
                // which says nothing about the elements, that decide
                .filter(code -> code != SqlCode.ARRAY);
    }

    private Optional<BasicColumn> plain(
            TypeMirror type, Optional<SqlCode> code, Indications indications, ColumnSize size) {
        Optional<TypeElement> enumType = names.enumOf(type);
        if (enumType.isPresent()) {
            return enums.column(enumType.get(), code, indications, size);
        }
        Optional<JavaBasic> known = JavaBasic.of(names.name(type));
        if (known.isPresent() && !isArrayHere(known.get(), indications)) {
            return scalar(known.get(), code, indications, size);
        }
        if (code.isPresent()) {
            return vector(code.get(), size)
                    .or(() -> LogicalTypes.of(code.get(), other(type), size).map(BasicColumn::new));
        }
        return array(type, indications, size).or(() -> serializable(type, indications, size));
    }

    private boolean isArrayHere(JavaBasic java, Indications indications) {
        boolean wrappers = java == JavaBasic.BYTE_WRAPPERS || java == JavaBasic.CHARACTER_WRAPPERS;
        return wrappers
                && !indications.isLob()
                && indications.javaType().isEmpty()
                && settings.wrapperArrays() == TypeSettings.WrapperArrays.ALLOW;
    }

    private Optional<BasicColumn> scalar(
            JavaBasic java, Optional<SqlCode> code, Indications indications, ColumnSize size) {
        JavaBasic stored = indications
                .temporal()
                .filter(precision -> java.isTemporal())
                .map(precision -> temporal(java, precision))
                .orElse(java);
        SqlCode effective = userTypes.stored(code.orElseGet(() -> Recommended.code(stored, indications)));
        boolean fractions = stored.isWholeSeconds()
                && !settings.line().keepsWholeSeconds()
                && size.secondPrecision().isEmpty();
        return LogicalTypes.of(effective, stored, fractions ? size.withSecondPrecision(MICROSECONDS) : size)
                .map(type -> new BasicColumn(
                        type,
                        stored == JavaBasic.BOOLEAN && settings.line().checksStoredBooleans()
                                ? ConverterChecks.ofBoolean(effective)
                                : Optional.empty()));
    }

    private static JavaBasic temporal(JavaBasic java, String precision) {
        boolean legacy = java == JavaBasic.UTIL_DATE || java == JavaBasic.CALENDAR;
        return switch (precision) {
            case "DATE" -> JavaBasic.SQL_DATE;
            case "TIME" -> JavaBasic.SQL_TIME;
            default ->
                legacy || java == JavaBasic.SQL_DATE || java == JavaBasic.SQL_TIME ? JavaBasic.SQL_TIMESTAMP : java;
        };
    }

    private JavaBasic other(TypeMirror type) {
        return names.isA(type, "java.io.Serializable") ? JavaBasic.SERIALIZABLE : JavaBasic.DOCUMENT;
    }

    private static Optional<BasicColumn> vector(SqlCode code, ColumnSize size) {
        return switch (code) {
            case VECTOR, VECTOR_FLOAT32 ->
                Optional.of(new BasicColumn(
                        new Type.Native("vector(" + size.arrayLength().orElse((int) JavaBasic.DEFAULT_LENGTH) + ")")));
            default -> Optional.empty();
        };
    }

    private Optional<BasicColumn> array(TypeMirror type, Indications indications, ColumnSize size) {
        if (settings.preferredArray().filter(SqlCode::isBinary).isPresent()) {
            return LogicalTypes.of(settings.preferredArray().get(), JavaBasic.SERIALIZABLE, size)
                    .map(BasicColumn::new);
        }
        return names.elementType(type)
                .filter(element -> names.elementType(element).isEmpty()
                        || JavaBasic.of(names.name(element)).isPresent())
                .flatMap(element -> plain(element, Optional.empty(), indications, size))
                .map(element -> new BasicColumn(new Type.ArrayOf(element.type(), size.arrayLength())));
    }

    private Optional<BasicColumn> serializable(TypeMirror type, Indications indications, ColumnSize size) {
        return names.isA(type, "java.io.Serializable")
                ? scalar(JavaBasic.SERIALIZABLE, Optional.empty(), indications, size)
                : Optional.empty();
    }

    private Optional<BasicColumn> converted(
            BasicSource source, TypeMirror converter, Optional<SqlCode> code, Indications indications) {
        Optional<TypeMirror> relational = names.argument(converter, Converters.INTERFACE, 1);
        Optional<TypeMirror> domain = names.argument(converter, Converters.INTERFACE, 0);
        if (relational.isEmpty() || domain.isEmpty()) {
            return Optional.empty();
        }
        // Hibernate leaves out the length where the attribute, not its column, is temporal
        boolean temporal = JavaBasic.of(names.name(domain.get()))
                .filter(JavaBasic::isTemporal)
                .isPresent();
        ColumnSize size = temporal ? source.size().withoutLength() : source.size();
        Indications behind = indications.behindConverter();
        Optional<BasicColumn> column = plain(relational.get(), code, behind, size);
        boolean ofElements = names.elementType(source.type()).isPresent() && !names.isSame(domain.get(), source.type());
        if (ofElements) {
            return column.map(element -> new BasicColumn(
                    new Type.ArrayOf(element.type(), source.size().arrayLength())));
        }
        Optional<ValueCheck> check = JavaBasic.of(names.name(relational.get()))
                .map(java -> code.orElseGet(() -> Recommended.code(java, behind)))
                .flatMap(stored -> check(source, converter, domain.get(), stored));
        return column.map(stored -> new BasicColumn(stored.type(), check));
    }

    private Optional<ValueCheck> check(BasicSource source, TypeMirror converter, TypeMirror domain, SqlCode stored) {
        if (names.enumOf(domain).isPresent() && !settings.line().checksConvertedEnums()) {
            return Optional.empty();
        }
        ConverterChecks.Result result = converterChecks.of(converter, domain, stored);
        if (!result.known()) {
            diagnostics.report(Messages.unknownConverterValues(converter.toString()), source.place());
        }
        return result.check();
    }
}
