package dev.godwit.recording;

import dev.godwit.ColumnSpec;
import dev.godwit.NewStruct;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the attributes of a structured type. */
final class StructDefinition implements NewStruct {

    private final Map<Identifier, Type> attributes = new LinkedHashMap<>();

    static Struct of(String name, Consumer<NewStruct> definition) {
        StructDefinition struct = new StructDefinition();
        definition.accept(struct);
        return new Struct(QualifiedName.of(name), struct.attributes);
    }

    @Override
    public NewStruct attribute(String name, ColumnSpec type) {
        attributes.put(Identifier.of(name), type.type());
        return this;
    }
}
