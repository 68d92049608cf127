package dev.plinth.jdbc.internal.fit;

import dev.plinth.backend.Change;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.Violation;
import dev.plinth.jdbc.internal.fit.ColumnFit.WriteCheck;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the columns of one table, as the model has them, fit those of the live one. Immutable. */
public final class Fit {
    private final Names names;
    private final List<Codec> readers;
    private final List<@Nullable WriteCheck> checks;
    private final boolean checked;

    /**
     * What the columns belong to.
     *
     * @param entity the name of the entity
     * @param collection the path of its collection that has the columns, or null where it has them itself
     */
    public record Names(String entity, @Nullable String collection) {
        private String path(ColumnModel column) {
            if (collection == null) {
                return column.path();
            }
            return column.path().isEmpty() ? collection : collection + "." + column.path();
        }

        private String named(ColumnModel column) {
            return "'" + entity + "." + path(column) + "' ("
                    + column.domainType().getSimpleName() + ", column '" + column.name() + "')";
        }
    }

    /**
     * Compares columns.
     *
     * @param names what they belong to
     * @param columns the columns
     * @param codecs the codecs that they have in a table of Plinth's own
     * @param rules what counts on the engine
     * @param found the types of the live columns, in the same order
     * @throws EntityMappingException where a column cannot be used for its property
     */
    public Fit(Names names, List<ColumnModel> columns, List<Codec> codecs, List<Found> found, ColumnFit rules) {
        this.names = names;
        List<Codec> strict = new ArrayList<>();
        this.checks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnModel column = columns.get(i);
            String refusal = rules.refusal(column, found.get(i));
            if (refusal != null) {
                throw new EntityMappingException(
                        ErrorCode.MAPPING_FAILED,
                        names.named(column) + " cannot be used: the column is of the type "
                                + found.get(i).name() + ", " + refusal,
                        null);
            }
            strict.add(rules.reader(column, found.get(i), codecs.get(i)));
            checks.add(rules.check(column, found.get(i)));
        }
        this.readers = List.copyOf(strict);
        this.checked = checks.stream().anyMatch(Objects::nonNull);
    }

    /** How the values are read, by the position of the column. */
    public List<Codec> readers() {
        return readers;
    }

    /** Whether some of the columns do not take every value whole. */
    public boolean checksWrites() {
        return checked;
    }

    /**
     * Looks at what is about to be written.
     *
     * @throws InvalidValueException where a value would lose something
     */
    public void check(List<ColumnModel> columns, List<Change> changes) {
        for (Change change : checked ? changes : List.<Change>of()) {
            Object[] row = Objects.requireNonNull(change.after(), "the row after a change");
            columns.forEach(column -> check(column, row[column.position()]));
        }
    }

    /** Looks at one value that is about to be written. */
    public void check(ColumnModel column, @Nullable Object value) {
        WriteCheck check = checks.get(column.position());
        String refusal = check == null || value == null ? null : check.refusal(value);
        if (refusal != null) {
            throw new InvalidValueException(
                    new Violation(names.entity(), null, List.of(column.name()), List.of(names.path(column))),
                    names.named(column) + " cannot hold the value: " + refusal + ". Nothing was sent to the database",
                    null);
        }
    }
}
