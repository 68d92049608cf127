package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveForeignKey;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What closes and opens the circles of tables that refer to each other, by what is there of their foreign keys. */
final class Circles {
    private final Engine engine;
    private final SchemaAuthor author;
    private final List<TableDesign> designs;

    Circles(Engine engine, SchemaAuthor author, List<TableDesign> designs) {
        this.engine = engine;
        this.author = author;
        this.designs = designs;
    }

    /** Adds the foreign keys that are missing, once all tables are there. */
    List<String> closing(Connection connection) {
        return statements(
                connection,
                (design, late, live) -> live.isEmpty() ? List.of(author.addReference(design, late)) : List.of());
    }

    /** Takes away what keeps tables from being dropped one after the other. */
    List<String> opening(Connection connection) {
        String defer = engine.dialect().schema().deferReferences();
        if (defer != null && designs.stream().anyMatch(Circles::isInCircle)) {
            return List.of(defer);
        }
        return statements(
                connection,
                (design, late, live) -> live.stream()
                        .map(LiveForeignKey::name)
                        .map(name -> author.dropReference(design, String.valueOf(name)))
                        .toList());
    }

    private static boolean isInCircle(TableDesign design) {
        return design.references().stream().anyMatch(TableDesign.Reference::late);
    }

    @FunctionalInterface
    private interface Action {
        List<String> statements(TableDesign design, TableDesign.Reference late, List<LiveForeignKey> live);
    }

    private List<String> statements(Connection connection, Action action) {
        List<String> statements = new ArrayList<>();
        try {
            for (TableDesign design : designs) {
                if (!author.late(design).isEmpty()) {
                    statements.addAll(statements(connection, design, action));
                }
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading the catalog", ""));
        }
        return statements;
    }

    private List<String> statements(Connection connection, TableDesign design, Action action) throws SQLException {
        SchemaRules rules = engine.dialect().schema();
        CatalogReader catalog = new CatalogReader(connection, rules.ignoresCase(), rules.path(connection));
        LiveTable table = catalog.find(design.name());
        List<String> statements = new ArrayList<>();
        if (table != null) {
            for (TableDesign.Reference late : author.late(design)) {
                List<LiveForeignKey> live = table.foreignKeys().stream()
                        .filter(key -> ReferenceComparison.isSame(catalog, late, key))
                        .toList();
                statements.addAll(action.statements(design, late, live));
            }
        }
        return statements;
    }
}
