package dev.godwit.mapping.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of the platform that converters use. */
final class KnownMethods {

    private KnownMethods() {}

    /** Calls a method of a value. */
    static @Nullable Object call(Object target, String method, List<@Nullable Object> arguments) {
        if (target instanceof EnumConstant constant) {
            return ofEnum(constant, method, arguments);
        }
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        if (method.equals("equals") && arguments.size() == 1) {
            return target.equals(first);
        }
        if (arguments.isEmpty() && (method.equals("toString") || method.endsWith("Value"))) {
            return method.equals("toString") ? target.toString() : target;
        }
        if (target instanceof String text) {
            return ofText(text, method, arguments);
        }
        throw new NotEvaluableException(method);
    }

    private static Object ofEnum(EnumConstant constant, String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "name", "toString" -> constant.name();
            case "ordinal" -> constant.ordinal();
            case "equals" -> constant.equals(arguments.get(0));
            default -> throw new NotEvaluableException(method);
        };
    }

    private static Object ofText(String text, String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
            case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
            case "trim", "strip" -> text.strip();
            case "length" -> text.length();
            case "charAt" -> text.charAt(number(arguments.get(0)));
            case "substring" ->
                arguments.size() == 1
                        ? text.substring(number(arguments.get(0)))
                        : text.substring(number(arguments.get(0)), number(arguments.get(1)));
            case "concat" -> text + arguments.get(0);
            case "replace" -> text.replace(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
            case "equalsIgnoreCase" -> text.equalsIgnoreCase(String.valueOf(arguments.get(0)));
            case "isEmpty" -> text.isEmpty();
            default -> throw new NotEvaluableException(method);
        };
    }

    /** Calls a static method of a class of the platform. */
    static @Nullable Object callStatic(String type, String method, List<@Nullable Object> arguments) {
        if (arguments.size() != 1) {
            throw new NotEvaluableException(method);
        }
        Object argument = arguments.get(0);
        return switch (type + "." + method) {
            case "String.valueOf", "Integer.toString", "Character.toString", "Long.toString", "Objects.toString" ->
                argument instanceof EnumConstant constant ? constant.name() : String.valueOf(argument);
            case "Character.valueOf", "Boolean.valueOf" -> argument;
            case "Integer.valueOf", "Integer.parseInt" ->
                argument instanceof String text ? Integer.valueOf(text) : argument;
            case "Long.valueOf", "Long.parseLong" -> argument instanceof String text ? Long.valueOf(text) : argument;
            case "Objects.requireNonNull" -> argument;
            case "Objects.isNull" -> Objects.isNull(argument);
            case "Objects.nonNull" -> Objects.nonNull(argument);
            default -> throw new NotEvaluableException(type + "." + method);
        };
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new NotEvaluableException(value);
    }
}
