package dev.plinth.schema;

import java.util.List;

/**
 * References of one property that lead to rows that do not exist.
 *
 * @param entity the name of the entity whose rows refer
 * @param property the path of the property, or the column where no property has it
 * @param target the name of the entity that is referred to: what the row says, where it is the name of none; empty where
 *     it says nothing
 * @param count how many rows have such a reference
 * @param ids the ids of rows that have one, at most {@value #MOST_IDS}; the id of an embeddable as a list
 */
public record DanglingReference(String entity, String property, String target, long count, List<Object> ids) {
    /** The greatest number of ids that are told. */
    public static final int MOST_IDS = 100;

    /** Copies the list. */
    public DanglingReference {
        ids = List.copyOf(ids);
    }

    @Override
    public String toString() {
        return count + " of '" + entity + "' refer by '" + property + "' to a '" + target + "' that does not exist: "
                + ids + (count > ids.size() ? " and others" : "");
    }
}
