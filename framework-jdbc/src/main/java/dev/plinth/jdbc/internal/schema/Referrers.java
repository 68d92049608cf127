package dev.plinth.jdbc.internal.schema;

import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.Violation;
import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what keeps a table from being dropped. */
final class Referrers {
    private final Engine engine;
    private final Connection connection;
    private final Set<String> own;

    private record Referrer(@Nullable String foreignKey, String table) {
        @Override
        public String toString() {
            return "the table '" + table + "' refers to it"
                    + (foreignKey == null ? "" : " with the foreign key '" + foreignKey + "'");
        }
    }

    Referrers(Engine engine, Connection connection, List<TableDesign> designs) {
        this.engine = engine;
        this.own = designs.stream().map(design -> design.name().name()).collect(Collectors.toUnmodifiableSet());
        this.connection = connection;
    }

    RuntimeException explain(SQLException error, TableDesign design, Doing doing) {
        if (engine.dialect().errors().kind(error) != ErrorKind.FOREIGN_KEY) {
            return engine.errors().translate(error, doing);
        }
        boolean atomic = engine.dialect().schema().changesInTransactions();
        List<Referrer> referrers;
        try {
            if (!connection.getAutoCommit()) {
                // else nothing can be asked any more
                connection.rollback();
            }
            referrers = of(design);
        } catch (SQLException e) {
            error.addSuppressed(e);
            referrers = List.of();
        }
        String constraint = referrers.isEmpty() ? null : referrers.get(0).foreignKey();
        return new ForeignKeyViolationException(
                new Violation(design.entity(), constraint, List.of(), List.of()),
                "while dropping the schema, " + "the table '" + design.name() + "' could not be dropped: "
                        + (referrers.isEmpty() ? "something that is not of the model needs it" : referrers.get(0))
                        + ". Drop that first. "
                        + (atomic ? "Nothing was dropped." : "What was dropped before it is gone.")
                        + doing.statement(),
                engine.errors().cause(error));
    }

    private List<Referrer> of(TableDesign design) throws SQLException {
        SchemaRules rules = engine.dialect().schema();
        LiveTable table =
                new CatalogReader(connection, rules.ignoresCase(), rules.path(connection)).find(design.name());
        List<Referrer> referrers = new ArrayList<>();
        if (table != null) {
            Rows.of(
                    connection.getMetaData().getExportedKeys(table.catalog(), table.schema(), table.name()),
                    row -> !own.contains(row.getString("FKTABLE_NAME"))
                            && referrers.add(new Referrer(row.getString("FK_NAME"), row.getString("FKTABLE_NAME"))));
        }
        return referrers;
    }
}
