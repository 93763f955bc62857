package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageNameTest {

    @Test
    void migrationsAreInThePackageThatEntitiesShare() {
        assertThat(PackageName.beside(List.of("a.b.C"))).isEqualTo("a.b.migrations");
        assertThat(PackageName.beside(List.of("a.b.C", "a.b.d.E", "a.bc.F"))).isEqualTo("a.migrations");
        assertThat(PackageName.beside(List.of("a.B", "c.D"))).isEqualTo("migrations");
        assertThat(PackageName.beside(List.of("A"))).isEqualTo("migrations");
    }

    @Test
    void whatIsNoPackageIsRefused() {
        PackageName.require("a.b");
        assertThatThrownBy(() -> PackageName.require("a.int")).hasMessageStartingWith("GW5005: godwit.package=a.int ");
    }
}
