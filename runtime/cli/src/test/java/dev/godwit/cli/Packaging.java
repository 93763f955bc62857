package dev.godwit.cli;

import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Ledgers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.h2.Driver;
import shop.V20260101000001__Customers;
import shop.V20260101000002__UpperNames;

/** The ways in which an application comes. */
enum Packaging {
    /** Needs a driver beside it. */
    JAR("", "", ""),
    BOOT_JAR("", "BOOT-INF/classes/", "BOOT-INF/lib/"),
    WAR("WEB-INF/classes/", "WEB-INF/classes/", "WEB-INF/lib/"),
    /** As {@code target/classes} has it. */
    DIRECTORY("", "", ""),
    /** A Boot jar that was unpacked, as in an image made of layers. */
    BOOT_DIRECTORY("", "BOOT-INF/classes/", "BOOT-INF/lib/");

    private static final String LEDGER = Ledgers.of(
                    List.of(V20260101000001__Customers.class, V20260101000002__UpperNames.class))
            .text();
    private static final List<String> CLASSES = List.of(
            "shop/V20260101000001__Customers.class", "shop/V20260101000002__UpperNames.class", "shop/Capitals.class");

    private final String meta;
    private final String classes;
    private final String libraries;

    /** @param meta what stands before {@code META-INF} of the application: Spring Boot's plugins leave it at the root */
    Packaging(String meta, String classes, String libraries) {
        this.meta = meta;
        this.classes = classes;
        this.libraries = libraries;
    }

    /** Packages the shop; what {@code --app} takes. */
    String of(Path directory) throws IOException {
        Path driver = driver();
        boolean unpacked = this == DIRECTORY || this == BOOT_DIRECTORY;
        Path application = unpacked ? unpacked(directory, driver) : archive(directory, driver);
        return libraries.isEmpty() ? application + File.pathSeparator + driver : application.toString();
    }

    static Path driver() {
        return Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private Path archive(Path directory, Path driver) throws IOException {
        Path archive = directory.resolve(this == WAR ? "shop.war" : "shop.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(archive))) {
            if (!libraries.isEmpty()) {
                // As the plugins of the build tools write them: directories have entries.
                jar.putNextEntry(new JarEntry(classes));
                jar.putNextEntry(new JarEntry(libraries + "h2.jar"));
                Files.copy(driver, jar);
            }
            jar.putNextEntry(new JarEntry(meta + Ledger.PATH));
            jar.write(LEDGER.getBytes(StandardCharsets.UTF_8));
            for (String name : CLASSES) {
                jar.putNextEntry(new JarEntry(classes + name));
                copy(name, jar);
            }
        }
        return archive;
    }

    private Path unpacked(Path directory, Path driver) throws IOException {
        if (!libraries.isEmpty()) {
            Files.copy(
                    driver,
                    Files.createDirectories(directory.resolve(libraries)).resolve("h2.jar"));
        }
        Path root = directory.resolve(classes);
        Path ledger = directory.resolve(meta + Ledger.PATH);
        Files.createDirectories(ledger.getParent());
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(ledger, LEDGER);
        for (String name : CLASSES) {
            try (OutputStream file = Files.newOutputStream(root.resolve(name))) {
                copy(name, file);
            }
        }
        return directory;
    }

    private static void copy(String name, OutputStream to) throws IOException {
        try (InputStream from = Packaging.class.getClassLoader().getResourceAsStream(name)) {
            from.transferTo(to);
        }
    }
}
