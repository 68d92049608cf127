package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.application.Application;
import dev.plinth.error.Problem;
import dev.plinth.mapping.EntityMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real application module, compiled here and loaded in a layer of its own. */
class ClosedPackageTest {
    @TempDir
    private Path temp;

    @Test
    void theLineToAddIsNamedWherePlinthIsOnTheClassPath() throws Exception {
        Class<?> customer = layer(List.of(application("module com.shop {}"))).loadClass("com.shop.domain.Customer");

        List<Problem> problems = ModelReader.read(
                        List.of(), List.of(EntityMapping.of(customer).id("id")))
                .problems();

        assertThat(problems)
                .containsExactly(new Problem(
                        "com.shop.domain.Customer",
                        "",
                        "the package 'com.shop.domain' of the module 'com.shop' is not open to Plinth",
                        "Add this line to the module-info.java of 'com.shop': opens com.shop.domain;"));
    }

    @Test
    void thatLineIsEnough() throws Exception {
        Path application = application("module com.shop { opens com.shop.domain; }");
        Class<?> customer = layer(List.of(application)).loadClass("com.shop.domain.Customer");

        assertThat(ModelReader.read(
                                List.of(), List.of(EntityMapping.of(customer).id("id")))
                        .problems())
                .isEmpty();
    }

    @Test
    void theLineNamesPlinthWhereThatIsAModule() throws Exception {
        assertThat(problemsOnModulePath("module com.shop {}"))
                .endsWith("Add this line to the module-info.java of 'com.shop': opens com.shop.domain to"
                        + " dev.plinth.core;]");
        assertThat(problemsOnModulePath("module com.shop { opens com.shop.domain to dev.plinth.core; }"))
                .isEqualTo("[]");
    }

    private String problemsOnModulePath(String moduleInfo) throws Exception {
        List<Path> path = new ArrayList<>(List.of(application(moduleInfo), Application.core(temp)));
        path.addAll(Application.libraries());
        ClassLoader loader = layer(path);
        Class<?> customer = loader.loadClass("com.shop.domain.Customer");
        Class<?> mappingType = loader.loadClass(EntityMapping.class.getName());
        assertThat(mappingType.getModule().getName()).isEqualTo("dev.plinth.core");
        Object mapping = mappingType.getMethod("of", Class.class).invoke(null, customer);
        mappingType.getMethod("id", String.class).invoke(mapping, "id");
        Object result = loader.loadClass(ModelReader.class.getName())
                .getMethod("read", List.class, List.class)
                .invoke(null, List.of(), List.of(mapping));
        return String.valueOf(result.getClass().getMethod("problems").invoke(result));
    }

    private Path application(String moduleInfo) throws IOException {
        Path directory = Files.createTempDirectory(temp, "shop");
        Path source = Files.createDirectories(directory.resolve("src/com/shop/domain"))
                .resolve("Customer.java");
        Files.writeString(source, "package com.shop.domain; public class Customer { private long id; }");
        Path info = Files.writeString(directory.resolve("src/module-info.java"), moduleInfo);
        Path classes = directory.resolve("classes");
        // 'opens ... to' a module that is not there is a warning only
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        OutputStream.nullOutputStream(),
                        "-d",
                        classes.toString(),
                        info.toString(),
                        source.toString());
        assertThat(status).isZero();
        return classes;
    }

    private static ClassLoader layer(List<Path> path) {
        ModuleFinder finder = ModuleFinder.of(path.toArray(Path[]::new));
        ModuleLayer boot = ModuleLayer.boot();
        Set<String> roots = new java.util.HashSet<>(Set.of("com.shop"));
        if (path.size() > 1) {
            roots.add("dev.plinth.core");
        }
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), roots);
        return boot.defineModulesWithOneLoader(configuration, ClosedPackageTest.class.getClassLoader())
                .findLoader("com.shop");
    }
}
