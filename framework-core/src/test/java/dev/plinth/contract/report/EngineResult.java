package dev.plinth.contract.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What one engine has shown.
 *
 * @param engine its name and version
 * @param passed the number of tests that passed
 * @param failed the number of tests that failed
 * @param skipped the number of tests that were skipped, by reason
 */
public record EngineResult(String engine, int passed, int failed, Map<String, Integer> skipped) {
    /** The directory, in each module, of the results. */
    static final Path DIRECTORY = Path.of("target", "engine-report");

    private static final String SKIPPED = "skipped.";

    /** Sorts the reasons. */
    public EngineResult {
        skipped = new TreeMap<>(skipped);
    }

    int tests() {
        return passed + failed + skips();
    }

    int skips() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    void write(Path file) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("engine", engine);
        lines.setProperty("passed", String.valueOf(passed));
        lines.setProperty("failed", String.valueOf(failed));
        skipped.forEach((reason, count) -> lines.setProperty(SKIPPED + reason, String.valueOf(count)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            lines.store(writer, null);
        }
    }

    static EngineResult read(Path file) throws IOException {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, Integer> skipped = new TreeMap<>();
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SKIPPED))
                .forEach(name ->
                        skipped.put(name.substring(SKIPPED.length()), Integer.valueOf(lines.getProperty(name))));
        return new EngineResult(
                lines.getProperty("engine"),
                Integer.parseInt(lines.getProperty("passed")),
                Integer.parseInt(lines.getProperty("failed")),
                skipped);
    }
}
