package dev.plinth.contract.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.docs.Docs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of docs/types.md: a row per type, a column per engine. A test reads and writes the column of its own engine
 * and leaves the others alone; after a conflict of two changes, take either side and let the tests write it again.
 */
public final class TypesPage {
    private static final String WRITE = "plinth.docs.write";
    private static final Path FILE = Docs.root().resolve("docs").resolve("types.md");
    private static final String TYPE = "Java";
    private static final List<String> ORDER = List.of(
            TYPE, "refused everywhere", "in-memory", "H2", "PostgreSQL", "MariaDB", "MySQL", "SQLite", "MongoDB");

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    private TypesPage() {}

    /** Reads the page. */
    public static TypesPage read() {
        TypesPage page = new TypesPage();
        List<List<String>> rows = new ArrayList<>();
        for (String line : Docs.read(FILE).lines().toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else {
                (rows.isEmpty() ? page.before : page.after).add(line);
            }
        }
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
        for (int i = 1; i < header.size(); i++) {
            Map<String, String> column = new LinkedHashMap<>();
            for (List<String> row : rows.subList(2, rows.size())) {
                column.put(row.get(0), row.get(i));
            }
            page.columns.put(header.get(i), column);
        }
        return page;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    /**
     * Whether the page has a column for an engine. Servers that stand in for another one in tests have none.
     *
     * @param engine the head of the column
     */
    public static boolean describes(String engine) {
        return ORDER.contains(engine);
    }

    /**
     * Fails where the page says something else than a test has found out, or writes what it has found out.
     *
     * @param engine the head of the column
     * @param found by type, what the column must say
     */
    public void checkOrWrite(String engine, Map<String, String> found) {
        assertThat(ORDER).as("the columns of " + FILE.getFileName()).contains(engine);
        if (Boolean.getBoolean(WRITE)) {
            columns.put(engine, found);
            write(List.copyOf(found.keySet()));
            return;
        }
        assertThat(columns.getOrDefault(engine, Map.of()))
                .as("docs/types.md is out of date, its column '%s'. Write it with: mvn test -D%s=true", engine, WRITE)
                .isEqualTo(found);
    }

    private void write(List<String> types) {
        List<String> lines = new ArrayList<>(before);
        List<String> engines = ORDER.stream().filter(columns::containsKey).toList();
        lines.add("| " + TYPE + " | " + String.join(" | ", engines) + " |");
        lines.add("|" + " --- |".repeat(engines.size() + 1));
        for (String type : types) {
            List<String> cells = new ArrayList<>(List.of(type));
            engines.forEach(engine -> cells.add(columns.get(engine).getOrDefault(type, "")));
            lines.add("| " + String.join(" | ", cells) + " |");
        }
        lines.addAll(after);
        try {
            Files.writeString(FILE, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
