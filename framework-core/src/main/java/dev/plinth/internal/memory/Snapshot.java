package dev.plinth.internal.memory;

import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.TableName;

/** All tables at one moment. Never changes. */
record Snapshot(PersistentMap<TableName, Table> tables) {
    static final Snapshot EMPTY = new Snapshot(PersistentMap.empty());

    boolean has(TableName name) {
        return tables.get(name) != null;
    }

    /** Whether the table that an entity is mapped to can hold its rows. */
    boolean fits(TableDefinition mapped) {
        Table table = tables.get(mapped.name());
        return table != null && table.definition().fits(mapped);
    }

    /** The table that an entity is mapped to. */
    Table table(TableDefinition mapped) {
        Table table = tables.get(mapped.name());
        if (table == null) {
            throw missing("table", mapped.name());
        } else if (!table.definition().fits(mapped)) {
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "table \"" + mapped.name() + "\" was made for other columns than those of " + mapped.entity()
                            + ". Call plinth.schema().drop() and plinth.schema().create(), or use a new database",
                    null);
        }
        return table;
    }

    Snapshot with(Table table) {
        return new Snapshot(tables.put(table.definition().name(), table));
    }

    Snapshot without(TableName name) {
        return new Snapshot(tables.remove(name));
    }

    static DatabaseException missing(String what, TableName name) {
        return new DatabaseException(
                ErrorCode.DATABASE,
                what + " \"" + name + "\" does not exist; call plinth.schema().create() first",
                null);
    }
}
