package dev.plinth.examples.shop.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints rows under headings; a heading that starts with {@code >} has its column aligned to the right. */
final class TextTable {
    private static final String RIGHT = ">";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    TextTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(TextTable::text).toList());
        return this;
    }

    void print(PrintStream out) {
        int[] widths = new int[headings.size()];
        List<String> heads =
                headings.stream().map(heading -> heading.replace(RIGHT, "")).toList();
        measure(heads, widths);
        rows.forEach(row -> measure(row, widths));
        print(out, heads, widths);
        StringBuilder rule = new StringBuilder(" ");
        for (int width : widths) {
            rule.append(' ').append("-".repeat(width)).append(' ');
        }
        out.println(rule.toString().stripTrailing());
        rows.forEach(row -> print(out, row, widths));
        out.println();
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private void print(PrintStream out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            line.append(' ')
                    .append(headings.get(i).startsWith(RIGHT) ? padding + cell : cell + padding)
                    .append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private static String text(Object cell) {
        if (cell instanceof Integer || cell instanceof Long) {
            return String.format("%,d", cell);
        }
        return cell.toString();
    }
}
