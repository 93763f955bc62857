package dev.godwit.maven;

import dev.godwit.tool.BuildModule;
import dev.godwit.tool.Sources;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A Maven project as the goals of any build tool see it. */
final class MavenModule {

    private static final Set<String> COMPILE = Set.of("compile", "provided", "system");
    private static final Set<String> RUNTIME = Set.of("compile", "runtime", "system", "provided");

    private static final Set<String> TEST = Set.of("compile", "runtime", "system", "provided", "test");

    private static final String ENTITIES = "godwit.entities";
    private static final String OPTION = "-A" + ENTITIES + "=";

    private MavenModule() {}

    static BuildModule of(MavenProject project) {
        return of(project, RUNTIME);
    }

    /** With what only tests need among the dependencies: embedded databases and their drivers. */
    static BuildModule withTestDependencies(MavenProject project) {
        return of(project, TEST);
    }

    private static BuildModule of(MavenProject project, Set<String> scopes) {
        Path base = project.getBasedir().toPath();
        Path target = Path.of(project.getBuild().getDirectory());
        return new BuildModule(
                project.getArtifactId(),
                base,
                sources(project, target),
                resources(project, base),
                Path.of(project.getBuild().getOutputDirectory()),
                classPath(project, scopes),
                entities(project),
                target.resolve("godwit"));
    }

    /** What the compiler is told, so that goals see what the processor sees. */
    private static List<String> entities(MavenProject project) {
        return Stream.concat(
                        Optional.ofNullable(project.getProperties().getProperty(ENTITIES)).stream(),
                        Optional.ofNullable(project.getGoalConfiguration(
                                        "org.apache.maven.plugins", "maven-compiler-plugin", null, null))
                                .map(configuration -> configuration.getChild("compilerArgs"))
                                .stream()
                                .flatMap(arguments -> Stream.of(arguments.getChildren()))
                                .map(Xpp3Dom::getValue)
                                .filter(argument -> argument != null && argument.startsWith(OPTION))
                                .map(argument -> argument.substring(OPTION.length())))
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Sources sources(MavenProject project, Path target) {
        List<Path> roots =
                project.getCompileSourceRoots().stream().map(Path::of).toList();
        Predicate<Path> generated = root -> root.startsWith(target);
        return new Sources(
                ordered(project, roots.stream().filter(generated.negate())),
                Stream.concat(
                                roots.stream().filter(generated),
                                Stream.of(target.resolve("generated-sources/annotations")))
                        .distinct()
                        .toList(),
                classPath(project, COMPILE),
                Optional.ofNullable(project.getProperties().getProperty("project.build.sourceEncoding"))
                        .map(Charset::forName)
                        .orElse(StandardCharsets.UTF_8));
    }

    /** The source directory itself comes first, whatever other plugins have added. */
    private static List<Path> ordered(MavenProject project, Stream<Path> roots) {
        Path own = Path.of(project.getBuild().getSourceDirectory());
        return Stream.concat(Stream.of(own), roots).distinct().toList();
    }

    private static Path resources(MavenProject project, Path base) {
        return project.getBuild().getResources().stream()
                .map(FileSet::getDirectory)
                .map(Path::of)
                .filter(directory -> directory.startsWith(base))
                .findFirst()
                .orElse(base.resolve("src/main/resources"));
    }

    private static List<Path> classPath(MavenProject project, Set<String> scopes) {
        return project.getArtifacts().stream()
                .filter(artifact -> scopes.contains(artifact.getScope()) && artifact.getFile() != null)
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .map(Artifact::getFile)
                .map(File::toPath)
                .toList();
    }
}
