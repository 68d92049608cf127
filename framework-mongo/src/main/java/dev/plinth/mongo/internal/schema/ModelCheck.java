package dev.plinth.mongo.internal.schema;

import dev.plinth.error.Problem;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.type.UniqueMarkers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what MongoDB cannot hold in the model of an entity. */
public final class ModelCheck {
    private final EntityModel entity;
    private final EntityDocument document;
    private final List<Problem> problems = new ArrayList<>();

    private ModelCheck(EntityDocument document) {
        this.entity = document.entity();
        this.document = document;
    }

    /**
     * Checks an entity.
     *
     * @param document its document
     */
    public static List<Problem> of(EntityDocument document) {
        ModelCheck check = new ModelCheck(document);
        check.id();
        check.collectionName();
        check.fieldNames();
        check.subDocuments();
        return check.problems;
    }

    private void id() {
        if (entity.id().generation() instanceof Generation.Identity) {
            add(
                    entity.id().property().path(),
                    "MongoDB cannot set ids when documents are written (IDENTITY)",
                    "Use GenerationType.UUID, or GenerationType.SEQUENCE for numbers");
        }
    }

    private void collectionName() {
        String name = entity.table().toString();
        if (name.isEmpty()
                || name.indexOf('$') >= 0
                || name.indexOf('\0') >= 0
                || name.startsWith("system.")
                || name.equals(Counters.COLLECTION)) {
            add(
                    "",
                    "\"" + name + "\" cannot be the name of a collection",
                    "Choose a name without a dollar sign that does not start with \"system.\" and is not \""
                            + Counters.COLLECTION + "\"");
        }
    }

    private void fieldNames() {
        document.columns().forEach(field -> {
            boolean id = entity.id().columns().contains(field.column());
            String name = field.column().name();
            boolean reserved =
                    !id && (field.path().equals("_id") || field.path().equals(UniqueMarkers.FIELD));
            name(field.column().path(), name, reserved);
        });
        entity.collections().forEach(collection -> {
            name(collection.path(), collection.name(), false);
            collection.columns().forEach(column -> name(collection.path() + "." + column.path(), column.name(), false));
        });
        document.clashes()
                .forEach(path -> add(
                        "",
                        "there is no room for the field \"" + path
                                + "\": another property has its place in the document",
                        "Give one of the two another column name"));
    }

    private void subDocuments() {
        if (document.embedding() != null) {
            entity.keys().stream()
                    .filter(KeyModel::unique)
                    .forEach(key -> add(
                            "",
                            "its rows are sub-documents (@SubDocuments), and MongoDB does not keep the unique key \""
                                    + key.name() + "\" within a document",
                            "Remove the unique key, or @SubDocuments from the collection in "
                                    + document.embedding().owner().name()));
        }
        for (EntityDocument inside : document.inside()) {
            String array = inside.embedding() == null ? "" : inside.embedding().array();
            if (document.paths().anyMatch(path -> path.equals(array) || path.startsWith(array + "."))) {
                add(
                        array,
                        "there is no room for the array \"" + array + "\" of sub-documents (@SubDocuments): another"
                                + " property has its place in the document",
                        "Give that one another column name");
            }
        }
    }

    private void name(String property, String name, boolean reserved) {
        boolean unusable = name.isEmpty() || name.chars().anyMatch(c -> c == '.' || c == '$' || c == '\0');
        if (unusable || reserved) {
            add(
                    property,
                    "\"" + name + "\" cannot be the name of a field",
                    "Choose a column name without a dot or a dollar sign that is not one of "
                            + Arrays.asList("_id", UniqueMarkers.FIELD));
        }
    }

    private void add(String member, String message, String remedy) {
        problems.add(new Problem(entity.type().getName(), member, message, remedy));
    }
}
