package dev.godwit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A thousand entities of ten mixed attributes each, the same on every run. */
final class GeneratedModel {

    static final int ENTITIES = 1_000;
    private static final int PER_PACKAGE = 50;

    private final Path root;

    GeneratedModel(Path root) {
        this.root = root;
    }

    void write() throws IOException {
        for (int i = 0; i < ENTITIES; i++) {
            write(i, "");
        }
    }

    /** Gives one entity another attribute. */
    void edit() throws IOException {
        write(ENTITIES / 2, "    @Column(length = 20) private String added;\n");
    }

    private void write(int i, String more) throws IOException {
        String packageName = packageOf(i);
        Path file = root.resolve(packageName.replace('.', '/')).resolve("Entity" + i + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source(i, packageName, more));
    }

    private static String packageOf(int i) {
        return "bench.model.p" + i / PER_PACKAGE;
    }

    private static String source(int i, String packageName, String more) {
        int other = (i * 7 + 3) % ENTITIES;
        return """
                package %s;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.*;

                @Entity
                @Table(name = "entity_%d", indexes = @Index(name = "ix_%d", columnList = "code"))
                public class Entity%d {
                    public enum State { NEW, ACTIVE, CLOSED }
                    @Id @GeneratedValue private Long id;
                    @Version private int version;
                    @Column(nullable = false, length = 40) private String name;
                    @Column(unique = true, length = 12) private String code;
                    @Column(precision = 12, scale = 2) private BigDecimal amount;
                    @Enumerated(EnumType.STRING) private State state;
                    private Instant created;
                    private boolean active;
                    @ManyToOne(fetch = FetchType.LAZY) private %s.Entity%d other;
                    @ElementCollection private Set<String> tags = new HashSet<>();
                %s    protected Entity%d() {}
                }
                """.formatted(packageName, i, i, i, packageOf(other), other, more, i);
    }
}
