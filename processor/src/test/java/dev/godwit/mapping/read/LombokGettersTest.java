package dev.godwit.mapping.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Which getters a class has once Lombok has run over it. */
class LombokGettersTest {

    @Test
    void ofTheClassOrTheFieldButNotTwice() {
        assertThat(getters("""
                        @lombok.Getter class Model {
                          String song;
                          boolean isLoud;
                          boolean issue;
                          Boolean isKnown;
                          static int COUNT;
                          @lombok.Getter("NONE") String secret;
                          String own;
                          String getOwn() { return own; }
                        }
                        """)).containsExactlyInAnyOrder("own", "song", "loud", "issue", "isKnown");
        assertThat(getters("class Model { @lombok.Getter String song; String nest; }"))
                .containsExactly("song");
        assertThat(getters("@lombok.Data class Model { String song; }")).containsExactly("song");
        assertThat(getters("class Model { String song; }")).isEmpty();
    }

    private static List<String> getters(String source) {
        List<String> found = new ArrayList<>();
        Compiler.javac()
                .withOptions("-proc:only")
                .withProcessors(new AbstractProcessor() {
                    @Override
                    public Set<String> getSupportedAnnotationTypes() {
                        return Set.of("*");
                    }

                    @Override
                    public SourceVersion getSupportedSourceVersion() {
                        return SourceVersion.latest();
                    }

                    @Override
                    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        if (!round.processingOver()) {
                            new ModelReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils())
                                    .classNamed("Model").orElseThrow().getters().stream()
                                            .map(Member::name)
                                            .forEach(found::add);
                        }
                        return false;
                    }
                })
                .compile(
                        JavaFileObjects.forSourceString(
                                "lombok.Getter",
                                "package lombok; public @interface Getter { String value() default \"\"; }"),
                        JavaFileObjects.forSourceString("lombok.Data", "package lombok; public @interface Data {}"),
                        JavaFileObjects.forSourceString("Model", source));
        return found;
    }
}
