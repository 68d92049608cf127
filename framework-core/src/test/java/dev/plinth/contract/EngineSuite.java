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
    /** The engine's run of the differential properties: a class of its own, since another test engine runs it. */
    protected abstract Class<? extends SpecificationProperties> properties();

    @Test
    final void leavesNoContractOut() {
        Set<Class<?>> here = Arrays.stream(getClass().getDeclaredClasses())
                .filter(each -> each.isAnnotationPresent(Nested.class))
                .map(Class::getSuperclass)
                .collect(Collectors.toSet());
        assertThat(here).containsExactlyInAnyOrderElementsOf(contracts());
        assertThat(Modifier.isAbstract(properties().getModifiers())).isFalse();
        assertThat(properties().getSimpleName()).endsWith("Test");
    }

    private static List<Class<?>> contracts() {
        List<Class<?>> contracts = classNames()
                .filter(name -> name.endsWith("Contract.class") && !name.contains("$"))
                .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                .filter(type -> type != Contract.class && Contract.class.isAssignableFrom(type))
                .toList();
        assertThat(contracts).as("contracts on the class path").hasSizeGreaterThan(20);
        return contracts;
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
