package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * All contracts on one engine. A subclass has one {@code @Nested} class per contract that adds the engine and nothing
 * else; this class sees to it that none is left out:
 *
 * <pre>{@code
 * class H2Test extends EngineSuite {
 *     interface OnH2 extends TestEngine { default Backend database() { ... } }
 *
 *     @Nested class Audit extends AuditContract implements OnH2 {}
 *     ...
 *     static class H2PropertiesTest extends SpecificationProperties implements OnH2 {}  // in a file of its own
 * }
 * }</pre>
 */
public abstract class EngineSuite {
    /** The report entry of a test that names the engine and its version. */
    public static final String ENGINE = "plinth.engine";

    /** The report entry of a suite that names its classes of properties. */
    public static final String PROPERTIES = "plinth.properties";

    /** The engine's runs of the properties: classes of their own, since another test engine runs them. */
    protected abstract Set<Class<? extends TestEngine>> properties();

    @Test
    final void leavesNoContractOut() {
        Set<Class<?>> here = Arrays.stream(getClass().getDeclaredClasses())
                .filter(each -> each.isAnnotationPresent(Nested.class))
                .map(Class::getSuperclass)
                .collect(Collectors.toSet());
        List<Class<?>> contracts = abstractClasses("Contract");
        assertThat(contracts).hasSizeGreaterThan(20);
        assertThat(here).containsExactlyInAnyOrderElementsOf(contracts);
    }

    @Test
    final void leavesNoPropertyOut(TestReporter reporter) {
        reporter.publishEntry(
                PROPERTIES, properties().stream().map(Class::getName).sorted().collect(Collectors.joining(",")));
        assertThat(properties()).allSatisfy(type -> {
            assertThat(Modifier.isAbstract(type.getModifiers())).isFalse();
            // Surefire runs no others
            assertThat(type.getSimpleName()).endsWith("Test");
        });
        assertThat(properties().stream().<Class<?>>map(Class::getSuperclass))
                .containsExactlyInAnyOrderElementsOf(abstractClasses("Properties"));
    }

    private static List<Class<?>> abstractClasses(String suffix) {
        return classNames()
                .filter(name -> name.endsWith(suffix + ".class") && !name.contains("$"))
                .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                .filter(type -> type != Contract.class && TestEngine.class.isAssignableFrom(type))
                .toList();
    }

    /** The files beside this class, in a directory or in core's test-jar. */
    private static Stream<String> classNames() {
        String self = EngineSuite.class.getSimpleName() + ".class";
        try {
            URI uri = present(EngineSuite.class.getResource(self)).toURI();
            if (!"jar".equals(uri.getScheme())) {
                return names(present(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(
                        present(jar.getPath(EngineSuite.class.getPackageName().replace('.', '/'))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(EngineSuite.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <V> V present(V value) {
        return java.util.Objects.requireNonNull(value);
    }
}
