package dev.plinth.mapping;

import org.jspecify.annotations.Nullable;

/** Says in code which sequence the ids come from. */
public final class SequenceMapping {
    private @Nullable String schema;
    private @Nullable String name;
    private long initialValue = Declaration.Sequence.DEFAULT.initialValue();
    private int allocationSize = Declaration.Sequence.DEFAULT.allocationSize();

    SequenceMapping() {}

    /**
     * Names the sequence. The default is the table's name and {@code _seq}.
     *
     * @param name the name
     * @return this
     */
    public SequenceMapping name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Names the sequence's schema. The default is the table's.
     *
     * @param schema the schema
     * @return this
     */
    public SequenceMapping schema(String schema) {
        this.schema = schema;
        return this;
    }

    /**
     * Sets the first value. The default is 1.
     *
     * @param initialValue the value
     * @return this
     */
    public SequenceMapping initialValue(long initialValue) {
        this.initialValue = initialValue;
        return this;
    }

    /**
     * Sets how many values are taken at a time. The default is 50. A sequence that exists increments by as much.
     *
     * @param allocationSize at least 1
     * @return this
     */
    public SequenceMapping allocationSize(int allocationSize) {
        this.allocationSize = allocationSize;
        return this;
    }

    Declaration.Sequence declaration() {
        return new Declaration.Sequence(new Declaration.Table(null, schema, name), initialValue, allocationSize);
    }
}
