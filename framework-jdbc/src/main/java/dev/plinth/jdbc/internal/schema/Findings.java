package dev.plinth.jdbc.internal.schema;

import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what differs in one table. */
final class Findings {
    private final TableDesign table;
    private final List<SchemaDifference> found = new ArrayList<>();

    Findings(TableDesign table) {
        this.table = table;
    }

    /** Something that concerns the table as a whole. */
    void add(Kind kind, Severity severity, String message, List<String> statements) {
        String property = table.collection() == null ? null : table.collection().path();
        add(kind, severity, property, null, message, statements);
    }

    /** Something that concerns one column. */
    void add(Kind kind, Severity severity, TableDesign.Column column, String message, List<String> statements) {
        add(kind, severity, column.property(), column.name(), message, statements);
    }

    void add(
            Kind kind,
            Severity severity,
            @Nullable String property,
            @Nullable String column,
            String message,
            List<String> statements) {
        found.add(new SchemaDifference(
                kind, severity, table.entity(), property, table.name().toString(), column, message, statements));
    }

    List<SchemaDifference> all() {
        return found;
    }

    /** The table, quoted. */
    String table() {
        return "the table '" + table.name() + "'";
    }

    /** A column, quoted. */
    String column(String name) {
        return "the column '" + name + "' of " + table();
    }
}
