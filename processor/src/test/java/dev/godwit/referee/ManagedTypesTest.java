package dev.godwit.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.referee.shop.Customer;
import dev.godwit.referee.shop.MoneyConverter;
import dev.godwit.referee.shop.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedTypesTest {

    @Test
    void findsAnnotatedClassesWithoutLoadingThem() {
        assertThat(ClassPaths.managedTypes(Customer.class).classes())
                .containsExactly(Customer.class.getName(), MoneyConverter.class.getName(), Order.class.getName());
    }

    @Test
    void aModuleThatIsNotCompiledHasNone(@TempDir Path empty) {
        assertThat(ManagedTypes.in(empty.resolve("absent")).classes()).isEmpty();
        assertThat(ManagedTypes.in(empty).classes()).isEmpty();
    }
}
