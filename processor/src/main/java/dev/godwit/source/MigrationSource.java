package dev.godwit.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.godwit.CheckSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.KeySpec;
import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes the source of migrations. The same migration gives the same text. */
public final class MigrationSource {

    /** Classes whose methods read as words of their own. */
    private static final List<Class<?>> VOCABULARY =
            List.of(Types.class, KeySpec.class, CheckSpec.class, ForeignKeySpec.class);

    private MigrationSource() {}

    /** The source file of a migration. */
    public static String of(MigrationText migration) {
        TypeSpec.Builder type = TypeSpec.classBuilder(migration.className())
                .addJavadoc("$L", Summary.javadoc(migration))
                .addAnnotation(info(migration))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class);
        Body body = new Body();
        type.addMethod(body.method("up", migration.up()));
        type.addMethod(body.method("down", migration.down()));
        type.addMethods(body.own());
        type.addTypes(body.parts());
        TypeSpec written = type.build();
        JavaFile.Builder file = JavaFile.builder(migration.packageName(), written)
                .indent("    ")
                .skipJavaLangImports(true);
        String text = written.toString();
        VOCABULARY.forEach(words -> used(words, text).forEach(word -> file.addStaticImport(words, word)));
        return file.build().toString();
    }

    static AnnotationSpec info(MigrationText migration) {
        AnnotationSpec.Builder info =
                AnnotationSpec.builder(MigrationInfo.class).addMember("version", "$S", migration.version());
        migration.after().ifPresent(after -> info.addMember("after", "$S", after));
        return info.addMember("description", "$S", migration.description()).build();
    }

    private static Set<String> used(Class<?> words, String text) {
        Set<String> used = new LinkedHashSet<>();
        String prefix = Pattern.quote(ClassName.get(words).canonicalName());
        Matcher matcher = Pattern.compile(prefix + "\\.(\\w+)\\(").matcher(text);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        return used;
    }
}
