package dev.plinth.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Applications that are compiled here, and what they need to run. */
public final class Application {
    private static final String ONE_PLINTH = """
            unloaded: Customer 1 (not loaded)
            note: first
            package-private: Ada L. true 1.5 a
            purchases: 2
            coupon: 5 LARGE
            owner: Ada L.
            found: 1
            """;

    /** What the shop says: the same for each of its Plinths. */
    static final String SEEN = ONE_PLINTH + ONE_PLINTH;

    private Application() {}

    /** Compiles the shop for the class path. */
    static Path shop(Path target) throws IOException {
        compile(target, List.of("-cp", System.getProperty("java.class.path")), shopSources());
        return target;
    }

    /** Compiles the shop as a module. */
    static Path shopModule(Path target, String moduleInfo, List<Path> path) throws IOException {
        Path info = Files.createDirectories(target.resolveSibling(target.getFileName() + "-info"))
                .resolve("module-info.java");
        List<Path> sources = new ArrayList<>(shopSources());
        sources.add(Files.writeString(info, moduleInfo));
        compile(target, List.of("-p", joined(path)), sources);
        return target;
    }

    private static List<Path> shopSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/shop"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(Path target, List<String> options, List<Path> sources) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-proc:none", "-d", target.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(status)
                .describedAs(messages.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * What Plinth needs at run time.
     *
     * @return the jars
     */
    public static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(jakarta|byte-buddy|slf4j-api|jackson-core|jspecify).*\\.jar"))
                .map(Path::of)
                .toList();
    }

    /**
     * Packs Plinth's core as it is built: the classes, with the name of the module in its manifest.
     *
     * @param directory where
     * @return the jar
     */
    public static Path core(Path directory) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.plinth.core");
        try {
            Path classes = Path.of(Plinth.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path jar = Files.createTempFile(directory, "core", ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    out.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
