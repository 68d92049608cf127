package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every Java block of the documentation is code that was compiled: what stands between {@code // docs:name} and
 * {@code // end} in the tests of the packages {@code dev.plinth.docs}. A name may stand several times in a folder; its
 * parts belong together, in the order of the files' names. White space is not compared.
 */
class DocsTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern REGION =
            Pattern.compile("^ *// docs:(\\S+)\\n(.*?)^ *// end", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** Most of its code is made of fragments of mappings, which the tests of the model reader cover. */
    private static final Set<String> WITHOUT_COMPILED_CODE = Set.of("mapping.md");

    @Test
    void codeIsCompiled() {
        Map<String, String> regions = regions();
        Set<String> unused = new TreeSet<>(regions.keySet());
        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = BLOCK.matcher(Docs.read(page));
            while (block.find()) {
                String code = Docs.squeezed(block.group(1));
                Set<String> same = regions.entrySet().stream()
                        .filter(region -> region.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                if (same.isEmpty() && !WITHOUT_COMPILED_CODE.contains(name(page))) {
                    unknown.add(name(page) + ":\n" + block.group(1));
                }
                unused.removeAll(same);
            }
        }
        assertThat(unknown).as("blocks that are no region of a test").isEmpty();
        assertThat(unused).as("regions that no page shows").isEmpty();
    }

    @Test
    void linksLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(FENCE.matcher(Docs.read(page)).replaceAll(""));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://") && !leadsSomewhere(page, target)) {
                    broken.add(name(page) + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1 || anchors(Docs.read(file)).contains(parts[1]));
    }

    // as GitHub makes them
    private static Set<String> anchors(String text) {
        Set<String> anchors = new TreeSet<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(text).replaceAll(""));
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }

    @Test
    void everyPageIsLinkedFromTheReadme() {
        String readme = Docs.read(Docs.root().resolve("README.md"));
        assertThat(files(Docs.root().resolve("docs"), ".md", 1).map(DocsTest::name))
                .allSatisfy(page -> assertThat(readme).contains("(docs/" + page + ")"));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsDocumented(ErrorCode code) {
        assertThat(Docs.section("errors.md", Docs.heading(code))).isNotBlank();
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>();
        files(Docs.root(), ".md", 1).forEach(pages::add);
        files(Docs.root().resolve("docs"), ".md", Integer.MAX_VALUE).forEach(pages::add);
        return pages;
    }

    private static String name(Path page) {
        return String.valueOf(page.getFileName());
    }

    /** The code of all regions, by name. */
    private static Map<String, String> regions() {
        Map<String, String> regions = new HashMap<>();
        files(Docs.root(), "pom.xml", 2)
                .map(pom -> pom.resolveSibling("src/test/java/dev/plinth/docs"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, ".java", Integer.MAX_VALUE))
                .collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(files -> addRegions(files, regions));
        return regions;
    }

    private static void addRegions(List<Path> files, Map<String, String> regions) {
        Map<String, StringBuilder> here = new LinkedHashMap<>();
        for (Path file : files) {
            Matcher region = REGION.matcher(Docs.read(file));
            while (region.find()) {
                here.computeIfAbsent(region.group(1), n -> new StringBuilder()).append(region.group(2));
            }
        }
        here.forEach((name, code) -> assertThat(regions.put(name, Docs.squeezed(code.toString())))
                .as("the region " + name + " stands in two folders")
                .isNull());
    }

    private static Stream<Path> files(Path folder, String end, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
