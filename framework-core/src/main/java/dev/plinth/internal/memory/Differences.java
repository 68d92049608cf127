package dev.plinth.internal.memory;

import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a database in memory lacks of a model. Tables live no longer than the application, so that nothing mends them. */
final class Differences {
    private final MemoryDatabase database;
    private final Snapshot tables;
    private final List<SchemaDifference> found = new ArrayList<>();

    Differences(MemoryDatabase database) {
        this.database = database;
        this.tables = database.committed();
    }

    /** Compares an entity with its table. */
    void check(TableDefinition definition, EntityModel entity) {
        if (!tables.has(definition.name())) {
            add(
                    Kind.TABLE_MISSING,
                    entity,
                    definition.name().toString(),
                    "the table \"" + definition.name() + "\" does not exist. Call plinth.schema().create()");
        } else if (!tables.fits(definition)) {
            add(
                    Kind.COLUMN_TYPE,
                    entity,
                    definition.name().toString(),
                    "the table \"" + definition.name() + "\" was made for other columns than those of " + entity.name()
                            + ". Call plinth.schema().drop() and plinth.schema().create(), or use a new database");
        }
        if (entity.id().generation() instanceof Generation.Sequence sequence
                && !database.hasSequence(sequence.name())) {
            add(
                    Kind.SEQUENCE,
                    entity,
                    sequence.name().toString(),
                    "the sequence \"" + sequence.name() + "\" does not exist. Call plinth.schema().create()");
        }
    }

    private void add(Kind kind, EntityModel entity, String table, String message) {
        found.add(new SchemaDifference(
                kind, SchemaDifference.Severity.ERROR, entity.name(), null, table, null, message, List.of()));
    }

    List<SchemaDifference> found() {
        return found;
    }
}
