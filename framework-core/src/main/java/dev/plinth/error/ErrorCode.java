package dev.plinth.error;

/**
 * The stable codes of everything that Plinth refuses or reports. {@code docs/errors.md} documents each of them. A code
 * never changes its meaning; messages may.
 */
public enum ErrorCode {
    /** The model has mistakes; the exception lists all of them. */
    MODEL_INVALID("PL-101"),
    /** A repository type cannot be implemented. */
    REPOSITORY_INVALID("PL-102"),
    /** The configuration of a Plinth or of a backend is not usable. */
    CONFIGURATION_INVALID("PL-103"),
    /** A row or a value could not be turned into an entity, or back. */
    MAPPING_FAILED("PL-104"),

    /** The unit of work (or its Plinth) has ended. */
    UNIT_CLOSED("PL-201"),
    /** The unit of work belongs to another thread. */
    UNIT_WRONG_THREAD("PL-202"),
    /** A write in a read-only unit of work. */
    UNIT_READ_ONLY("PL-203"),
    /** The unit of work is closed for writing because an earlier flush failed. */
    UNIT_BROKEN("PL-204"),
    /** The object is not known to the unit of work, or is in a state that the call does not take. */
    ENTITY_STATE("PL-205"),
    /** Another instance with the same id is tracked already. */
    ENTITY_CONFLICT("PL-206"),
    /** The id of a tracked object was changed, or is missing where one is needed. */
    ENTITY_ID("PL-207"),

    /** A null argument where a value is needed. */
    ARGUMENT_NULL("PL-301"),
    /** A property that the model does not have. */
    PROPERTY_UNKNOWN("PL-302"),
    /** A value, an operator or an order that the property's type does not have. */
    PROPERTY_TYPE("PL-303"),
    /** A property given by something else than a method reference to a getter or record accessor. */
    PROPERTY_REFERENCE("PL-304"),
    /** An entity that must exist does not. */
    NOT_FOUND("PL-305"),
    /** More than one entity where at most one was expected. */
    NOT_UNIQUE("PL-306"),
    /** An argument outside its range. */
    ARGUMENT_INVALID("PL-307"),

    /** The row was changed or deleted by someone else. */
    STALE("PL-401"),
    /** A unique key has that value already. */
    DUPLICATE_KEY("PL-402"),
    /** A constraint of the database refused the write. */
    CONSTRAINT("PL-403"),
    /** A value that the column cannot hold; nothing was sent. */
    VALUE_REFUSED("PL-404"),
    /** Some writes had been sent to a backend that cannot take them back. */
    PARTIAL_WRITE("PL-405"),

    /** The database cannot be reached, or the connection was lost. */
    CONNECTION("PL-501"),
    /** The connection pool had no free connection in time. */
    POOL_EXHAUSTED("PL-502"),
    /** Two transactions got in each other's way; the unit of work may be run again. */
    TRANSACTION_CONFLICT("PL-503"),
    /** Any other error of the database. */
    DATABASE("PL-504"),
    /** The connection was lost while committing: the transaction may or may not have been committed. */
    COMMIT_UNKNOWN("PL-505");

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    /**
     * Returns the code as it stands in messages and in the documentation.
     *
     * @return for example {@code PL-401}
     */
    public String code() {
        return code;
    }
}
