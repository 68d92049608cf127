package dev.plinth.contract.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints what the engines have shown, as a table. */
public final class EngineReport {
    private EngineReport() {}

    /**
     * Prints the results of some modules.
     *
     * @param modules the modules' directories
     */
    public static void main(String[] modules) throws IOException {
        List<EngineResult> results = new ArrayList<>();
        for (String module : modules) {
            Path directory = Path.of(module).resolve(EngineResult.DIRECTORY);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    for (Path file : files.sorted().toList()) {
                        results.add(EngineResult.read(file));
                    }
                }
            }
        }
        print(results, System.out);
    }

    static void print(List<EngineResult> results, PrintStream out) {
        int width = Math.max(
                6,
                results.stream().mapToInt(each -> each.engine().length()).max().orElse(0));
        String row = "%-" + width + "s  %6s  %6s  %6s  %7s%n";
        out.println("The contract suite, engine by engine");
        out.printf(Locale.ROOT, row, "engine", "tests", "passed", "failed", "skipped");
        results.stream()
                .sorted(Comparator.comparing(EngineResult::tests).reversed())
                .forEach(each -> {
                    out.printf(
                            Locale.ROOT, row, each.engine(), each.tests(), each.passed(), each.failed(), each.skips());
                    each.skipped().forEach((reason, count) -> out.printf(Locale.ROOT, "  %4d x %s%n", count, reason));
                });
    }
}
