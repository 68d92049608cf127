package dev.plinth.mongo.internal.error;

import dev.plinth.error.CheckViolationException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.error.Violation;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors about what a document may hold. */
final class DocumentErrors {
    private static final String INDEX = " index: ";
    private static final String ID = "_id_";

    /** How the names of the unique indexes on ids of sub-documents begin. */
    static final String SUB_DOCUMENT_IDS = "ids_of_";

    private final @Nullable EntityModel entity;
    private final @Nullable Throwable cause;

    /**
     * Creates them for one failure.
     *
     * @param entity the entity it is about, or null
     * @param cause the driver's error, or null where it is Plinth that found the failure
     */
    DocumentErrors(@Nullable EntityModel entity, @Nullable Throwable cause) {
        this.entity = entity;
        this.cause = cause;
    }

    DuplicateKeyException duplicate(Answer answer) {
        return duplicate(indexName(answer.message()));
    }

    /** The id of a sub-document is taken. */
    DuplicateKeyException sameId() {
        return duplicate(ID);
    }

    private DuplicateKeyException duplicate(String index) {
        if (entity == null) {
            return new DuplicateKeyException(
                    new Violation(null, index.isEmpty() ? null : index, List.of(), List.of()),
                    "a unique key has that value already",
                    cause);
        }
        List<ColumnModel> columns = columns(entity, index);
        Violation violation = new Violation(
                entity.name(),
                index.isEmpty() ? null : index,
                columns.stream().map(ColumnModel::name).toList(),
                columns.stream().map(ColumnModel::path).toList());
        String detail = "Index: \"" + index + "\"";
        return isId(index) && entity.deletedAt() != null
                ? DuplicateKeyException.ofId(violation, detail, cause)
                : DuplicateKeyException.of(violation, detail, cause);
    }

    private static boolean isId(String index) {
        return index.equals(ID) || index.startsWith(SUB_DOCUMENT_IDS);
    }

    private static List<ColumnModel> columns(EntityModel entity, String index) {
        if (isId(index)) {
            return entity.id().columns();
        }
        return entity.keys().stream()
                .filter(key -> key.name().equals(index))
                .findFirst()
                .map(KeyModel::columns)
                .orElse(List.of());
    }

    // "... index: NAME dup key: { ...": the name is the only part that is kept
    private static String indexName(String message) {
        int start = message.indexOf(INDEX);
        int end = message.indexOf(" dup key", Math.max(start, 0));
        return start < 0 || end < 0 ? "" : message.substring(start + INDEX.length(), end);
    }

    RuntimeException invalid(Answer answer) {
        FailedValidation failed = FailedValidation.of(answer.details());
        Violation violation = violation(failed.fields());
        String where = violation.columns().isEmpty()
                ? about() + "a document"
                : about() + "the field '" + String.join("', '", violation.columns()) + "' of a document";
        String what = where + " does not pass the collection's validator. ";
        if (failed.isAboutNull()) {
            return new NotNullViolationException(
                    violation, what + "It must have a value. Set one, or correct the validator", cause);
        } else if (failed.isAboutLength()) {
            return new ValueTooLongException(
                    violation, what + "The value is too long. Shorten it, or correct the validator", cause);
        }
        return new CheckViolationException(violation, what + "Compare the mapping with the validator", cause);
    }

    InvalidValueException tooLarge() {
        return new InvalidValueException(
                violation(List.of()),
                about() + "a document would be larger than the 16 MB that MongoDB takes. Keep large content in an"
                        + " entity of its own, or outside of the database",
                cause);
    }

    private String about() {
        return entity == null ? "" : entity.name() + ": ";
    }

    private Violation violation(Collection<String> fields) {
        List<String> properties = new ArrayList<>();
        if (entity != null) {
            for (String field : fields) {
                properties.addAll(properties(entity, field));
            }
        }
        return new Violation(entity == null ? null : entity.name(), null, List.copyOf(fields), properties);
    }

    // a sub-document that is missing as a whole has no column; its properties are those inside
    private static List<String> properties(EntityModel entity, String field) {
        List<String> columns = entity.columns().stream()
                .filter(column -> fieldOf(column).equals(field))
                .map(ColumnModel::path)
                .toList();
        return columns.isEmpty()
                ? entity.collections().stream()
                        .filter(collection ->
                                field.equals(collection.name()) || field.startsWith(collection.name() + "."))
                        .map(collection -> collection.path())
                        .limit(1)
                        .toList()
                : columns;
    }

    // the sub-documents are called as the properties, the field as the column
    private static String fieldOf(ColumnModel column) {
        int dot = column.path().lastIndexOf('.');
        return dot < 0 ? column.name() : column.path().substring(0, dot + 1) + column.name();
    }
}
