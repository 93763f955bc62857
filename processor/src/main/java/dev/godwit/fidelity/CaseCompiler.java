package dev.godwit.fidelity;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs the compiler over one case after the other, with annotation processing only. */
final class CaseCompiler {

    /** Binary names of the classes that a model is made of. */
    static final String ENTITIES = "entities.list";

    private static final String SOURCES = "sources.list";
    private static final List<String> FLAGS = List.of("-proc:only", "-implicit:none", "-nowarn");

    private final Options options;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private List<Path> classPath = List.of();

    CaseCompiler(Options options) {
        this.options = options;
    }

    CaseResult compile(Path folder) throws IOException {
        useClassPath(options.classPathOf(folder));
        List<String> entities = Files.readAllLines(folder.resolve(ENTITIES)).stream()
                .filter(name -> !name.isBlank())
                .toList();
        List<Path> sources = Files.readAllLines(folder.resolve(SOURCES)).stream()
                .filter(line -> !line.isBlank())
                .map(options.base()::resolve)
                .toList();
        CaseResult result = new CaseResult();
        var task = compiler.getTask(
                Writer.nullWriter(),
                files,
                new DiagnosticCollector<JavaFileObject>(),
                FLAGS,
                null,
                files.getJavaFileObjectsFromPaths(sources));
        task.setProcessors(List.of(new MappingProcessor(entities, options.settings(), result)));
        try {
            task.call();
        } catch (RuntimeException e) {
            result.fail(e);
        }
        return result;
    }

    private void useClassPath(List<Path> wanted) throws IOException {
        if (!wanted.equals(classPath)) {
            files.close();
            files = compiler.getStandardFileManager(null, null, null);
            classPath = wanted;
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, wanted);
            files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
            Path classes = Files.createTempDirectory("fidelity");
            classes.toFile().deleteOnExit();
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        }
    }
}
