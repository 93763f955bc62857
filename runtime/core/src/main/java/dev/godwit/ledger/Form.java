package dev.godwit.ledger;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds {@code (kind part part …)}: texts in quotes with a backslash before quotes and backslashes, identifiers by
 * what they compare by, {@code -} for what is absent, {@code [a b]} for lists. No two different values give the same
 * text.
 */
final class Form {

    private final StringBuilder text = new StringBuilder("(");

    private Form(String kind) {
        text.append(kind);
    }

    static Form of(String kind) {
        return new Form(kind);
    }

    private Form part(String part) {
        text.append(' ').append(part);
        return this;
    }

    Form number(long number) {
        return part(Long.toString(number));
    }

    Form flag(boolean flag) {
        return part(Boolean.toString(flag));
    }

    Form word(Enum<?> constant) {
        return part(constant.name());
    }

    Form text(String value) {
        return part(quote(value));
    }

    Form text(Optional<String> value) {
        return part(value.map(Form::quote).orElse("-"));
    }

    Form name(Identifier value) {
        return part(encode(value));
    }

    Form name(Optional<Identifier> value) {
        return part(encode(value));
    }

    Form name(QualifiedName value) {
        return part(encode(value));
    }

    Form names(List<Identifier> values) {
        return list(values, Form::encode);
    }

    Form form(Form nested) {
        return part(nested.toString());
    }

    <E> Form form(Optional<E> value, Function<E, Form> nested) {
        return part(value.map(each -> nested.apply(each).toString()).orElse("-"));
    }

    /** In the order given. */
    <E> Form list(Collection<E> values, Function<E, String> encoding) {
        List<String> encoded = new ArrayList<>(values.size());
        values.forEach(value -> encoded.add(encoding.apply(value)));
        return parts(encoded);
    }

    /** In an order of its own, for what has none. */
    <E> Form set(Collection<E> values, Function<E, Form> nested) {
        List<String> encoded = new ArrayList<>(values.size());
        values.forEach(value -> encoded.add(nested.apply(value).toString()));
        Collections.sort(encoded);
        return parts(encoded);
    }

    private Form parts(List<String> encoded) {
        text.append(" [");
        for (int i = 0; i < encoded.size(); i++) {
            text.append(i == 0 ? "" : " ").append(encoded.get(i));
        }
        text.append(']');
        return this;
    }

    static String encode(QualifiedName name) {
        return encode(name.catalog()) + "." + encode(name.schema()) + "." + encode(name.name());
    }

    private static String encode(Optional<Identifier> name) {
        return name.map(Form::encode).orElse("-");
    }

    private static String encode(Identifier name) {
        return (name.quoted() ? "=" : "") + quote(name.key());
    }

    static String quote(String value) {
        if (value.indexOf('"') < 0 && value.indexOf('\\') < 0) {
            return '"' + value + '"';
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return text + ")";
    }
}
