package dev.plinth.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error about what a row may hold: a unique key, another constraint, or the type of a column. */
public interface DataRuleError extends PlinthError {
    /**
     * What the error is about.
     *
     * @return the names that are known
     */
    Violation violation();

    /**
     * The entity whose row was refused.
     *
     * @return the name in the model, or null where the database does not tell
     */
    default @Nullable String entity() {
        return violation().entity();
    }

    /**
     * The constraint that refused the row.
     *
     * @return the name in the database, or null where there is none or the database does not tell
     */
    default @Nullable String constraint() {
        return violation().constraint();
    }

    /**
     * The columns that the error is about.
     *
     * @return names in the database, empty where it does not tell
     */
    default List<String> columns() {
        return violation().columns();
    }

    /**
     * The properties that the error is about.
     *
     * @return paths in the model, empty where the database does not tell
     */
    default List<String> properties() {
        return violation().properties();
    }
}
