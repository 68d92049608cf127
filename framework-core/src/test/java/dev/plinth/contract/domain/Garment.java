package dev.plinth.contract.domain;

import dev.plinth.mapping.Lookup;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity that holds enums whose constants are rows. */
@Entity
public class Garment {
    @Id
    public long id;

    @Enumerated(EnumType.STRING)
    public @Nullable Size size;

    @Embedded
    public @Nullable Finish finish;

    @Enumerated(EnumType.STRING)
    @ElementCollection
    public Set<Size> alternatives = new HashSet<>();

    protected Garment() {}

    public Garment(long id, @Nullable Size size) {
        this.id = id;
        this.size = size;
    }

    /** Held by name. */
    @Lookup(table = "garment_size")
    public enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /** Held by ordinal. */
    @Lookup
    public enum Gloss {
        MATT,
        SHINY
    }

    /** An embeddable with an enum. */
    @Embeddable
    public record Finish(@Nullable Gloss gloss) {}

    /** The rows of the sizes, as another application has them. */
    @Entity(name = "SizeRow")
    @Table(name = "garment_size")
    public static class SizeRow {
        @Id
        public String name = "";

        public int ordinal;

        protected SizeRow() {}

        public SizeRow(String name, int ordinal) {
            this.name = name;
            this.ordinal = ordinal;
        }
    }

    /** Without annotations. */
    public record Button(long id, String label) {}

    /** Rows that the code knows. */
    @Entity
    @Lookup(rows = "known")
    public record Fabric(
            @Id String code, String name, @Version long version) {
        private static Collection<Fabric> known() {
            return List.of(new Fabric("CO", "cotton", 0), new Fabric("WO", "wool", 0));
        }
    }
}
