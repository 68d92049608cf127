package dev.plinth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.error.EntityMappingException;
import dev.plinth.internal.proxy.ReferenceClasses;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in another class loader than Plinth, as in application servers and where code is reloaded. */
class OtherLoaderTest {
    @TempDir
    private Path temp;

    private static Object run(ClassLoader loader) throws ReflectiveOperationException {
        return ((Supplier<?>)
                        loader.loadClass("com.shop.stock.Main").getConstructor().newInstance())
                .get();
    }

    @Test
    void everythingWorksInAChildOfPlinthsLoader() throws Exception {
        URL[] shop = {Application.shop(temp.resolve("shop")).toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(shop, getClass().getClassLoader())) {
            assertThat(run(loader)).isEqualTo(Application.SEEN);
        }
    }

    @Test
    void aReloadedApplicationHasClassesOfItsOwn() throws Exception {
        URL[] shop = {Application.shop(temp.resolve("shop")).toUri().toURL()};

        for (int start = 0; start < 2; start++) {
            try (URLClassLoader loader = new URLClassLoader(shop, getClass().getClassLoader())) {
                assertThat(run(loader)).isEqualTo(Application.SEEN);
            }
        }
    }

    @Test
    void plinthsShareWhatStaysWithTheLoader() throws Exception {
        URL[] shop = {Application.shop(temp.resolve("shop")).toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(shop, getClass().getClassLoader())) {
            Class<?> customer = loader.loadClass("com.shop.domain.Customer");

            assertThat(ReferenceClasses.generate(customer, Set.of("id")))
                    .isSameAs(ReferenceClasses.generate(customer, Set.of("id")))
                    .isNotSameAs(ReferenceClasses.generate(customer, Set.of("id", "name")));
        }
    }

    @Test
    void aLoaderThatHasAnotherPlinthIsTold() throws Exception {
        List<URL> path = new ArrayList<>();
        path.add(Application.shop(temp.resolve("shop")).toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> customer = loader.loadClass("com.shop.domain.Customer");

            assertThatThrownBy(() -> ReferenceClasses.generate(customer, Set.of("id")))
                    .isInstanceOf(EntityMappingException.class)
                    .hasMessage(
                            "PL-104: the class loader of 'com.shop.domain.Customer' sees another copy of Plinth than the one"
                                    + " that was called, which a class generated beside it extends. Let that loader, or a parent"
                                    + " of it, be the one that has Plinth");
        }
    }
}
