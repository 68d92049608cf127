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
    /** A value for a column that an insert or update does not write. */
    NOT_WRITABLE("PL-208"),
    /** A write of an entity that is only read. */
    ENTITY_READ_ONLY("PL-209"),
    /** A call that cannot be part of a unit of work, made while one was running. */
    UNIT_RUNNING("PL-210"),
    /** An association that is not loaded was touched where it cannot be loaded. */
    NOT_LOADED("PL-211"),
    /** The two sides of an association say different things. */
    ASSOCIATION_CONFLICT("PL-212"),
    /** A reference to an object that is not in the database and not about to be. */
    UNSAVED_REFERENCE("PL-213"),
    /** No unit of work runs on the thread that the call could be meant for, or more than one. */
    UNIT_UNCLEAR("PL-220"),

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
    STALE("PL-401", true),
    /** A unique key has that value already. */
    DUPLICATE_KEY("PL-402"),
    /** A constraint of the database refused the write, and none of the kinds below. */
    CONSTRAINT("PL-403"),
    /** A value that the column cannot hold, for another reason than those below. */
    VALUE_REFUSED("PL-404"),
    /** Some writes had been sent to a backend that cannot take them back. */
    PARTIAL_WRITE("PL-405"),
    /** A row refers to one that does not exist, or was to be deleted while others refer to it. */
    FOREIGN_KEY("PL-406"),
    /** A null where the column takes none. */
    NOT_NULL("PL-407"),
    /** A check constraint or a validator refused the row. */
    CHECK("PL-408"),
    /** A text or byte array that is longer than its column. */
    VALUE_TOO_LONG("PL-409"),
    /** A number or a time that is less or greater than what its column can hold. */
    VALUE_OUT_OF_RANGE("PL-410"),
    /** Entities break their Jakarta Validation constraints; nothing was sent. */
    ENTITY_INVALID("PL-420"),

    /** The database cannot be reached, or refused the credentials. */
    CONNECTION("PL-501"),
    /** The connection pool had no free connection in time. */
    POOL_EXHAUSTED("PL-502", true),
    /** Two transactions got in each other's way, and the database does not tell how. */
    TRANSACTION_CONFLICT("PL-503", true),
    /** Any other error of the database. */
    DATABASE("PL-504"),
    /** The connection was lost while committing: the transaction may or may not have been committed. */
    COMMIT_UNKNOWN("PL-505"),
    /** Transactions waited for each other. */
    DEADLOCK("PL-506", true),
    /** Another transaction changed what this one has read or was to write. */
    SERIALIZATION_FAILURE("PL-507", true),
    /** A lock was not given in time. */
    LOCK_TIMEOUT("PL-508", true),
    /** A statement took longer than it may. */
    STATEMENT_TIMEOUT("PL-509"),
    /** The connection was lost before the commit. */
    CONNECTION_LOST("PL-510", true),
    /** The database takes no writes. */
    READ_ONLY("PL-511");

    private final String code;
    private final boolean retryable;

    ErrorCode(String code) {
        this(code, false);
    }

    ErrorCode(String code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    /**
     * Returns the code as it stands in messages and in the documentation.
     *
     * @return for example {@code PL-401}
     */
    public String code() {
        return code;
    }

    /**
     * Whether a unit of work that ended with this error can succeed when it is run again without any other change.
     *
     * @return true for stale versions, deadlocks and the like
     */
    public boolean isRetryable() {
        return retryable;
    }
}
