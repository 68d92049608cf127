package dev.plinth.internal.metadata;

import dev.plinth.model.HierarchyModel.Strategy;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Inheritance;
import org.jspecify.annotations.Nullable;

/** What annotations say of hierarchies. */
final class InheritanceReader {
    /** The length of a discriminator of which nothing was said, as that of {@link DiscriminatorColumn}. */
    private static final int LENGTH = 31;

    private InheritanceReader() {}

    /**
     * What the root says.
     *
     * @param strategy where rows are kept in SQL
     * @param column the name of the discriminator's column, or null
     * @param type what the discriminator is
     * @param length its greatest length, where it is text
     */
    record Root(Strategy strategy, @Nullable String column, DiscriminatorType type, int length) {}

    static Root root(Class<?> type) {
        Inheritance inheritance = type.getAnnotation(Inheritance.class);
        DiscriminatorColumn column = type.getAnnotation(DiscriminatorColumn.class);
        return new Root(
                inheritance == null
                        ? Strategy.SINGLE_TABLE
                        : Strategy.valueOf(inheritance.strategy().name()),
                column == null || column.name().isEmpty() || column.name().equals("DTYPE") ? null : column.name(),
                column == null ? DiscriminatorType.STRING : column.discriminatorType(),
                column == null ? LENGTH : column.length());
    }

    /** What a class says of rows that are its own; null where it says nothing. */
    static @Nullable String discriminator(Class<?> type) {
        DiscriminatorValue value = type.getAnnotation(DiscriminatorValue.class);
        return value == null ? null : value.value();
    }
}
