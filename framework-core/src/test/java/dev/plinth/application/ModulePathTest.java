package dev.plinth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a named module, in a JVM of its own with everything on the module path. */
class ModulePathTest {
    @TempDir
    private Path temp;

    private String run(String moduleInfo, String... options) throws Exception {
        List<Path> path = new ArrayList<>(Application.libraries());
        path.add(Application.core(temp));
        path.add(Application.shopModule(temp.resolve("shop"), moduleInfo, path));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-p", Application.joined(path)));
        command.addAll(List.of(options));
        command.addAll(List.of("-m", "com.shop/com.shop.stock.Main"));
        Path out = temp.resolve("out.txt");
        Path err = temp.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out) + (process.exitValue() == 0 ? "" : Files.readString(err));
    }

    @Test
    void aModuleThatOpensItsPackagesToPlinth() throws Exception {
        assertThat(run("""
                        module com.shop {
                            requires dev.plinth.core;
                            requires jakarta.persistence;
                            requires jakarta.data;
                            requires net.bytebuddy;
                            requires org.slf4j;
                            opens com.shop.base to dev.plinth.core;
                            opens com.shop.domain to dev.plinth.core;
                            opens com.shop.stock to dev.plinth.core;
                        }
                        """)).isEqualTo(Application.SEEN);
    }

    @Test
    void anOpenModule() throws Exception {
        assertThat(run("""
                        open module com.shop {
                            requires dev.plinth.core;
                            requires jakarta.persistence;
                            requires jakarta.data;
                        }
                        """, "--add-modules", "net.bytebuddy,org.slf4j")).isEqualTo(Application.SEEN);
    }
}
