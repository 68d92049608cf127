package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hierarchy of records: what all of them declare alike is the interface's. */
@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@SoftDelete
@Audited
public sealed interface Figure {
    UUID id();

    long version();

    String label();

    /** Round. */
    @Entity
    @DiscriminatorValue("1")
    record Circle(
            @Id UUID id,
            @Version long version,
            @Column(nullable = false, length = 80) String label,
            int radius) implements Figure {}

    /** Has corners. */
    @Entity
    @DiscriminatorValue("2")
    record Polygon(
            @Id UUID id,
            @Version long version,
            @Column(nullable = false, length = 80) String label,
            @ElementCollection List<Integer> corners)
            implements Figure {}

    /** One of several, which all have a size. */
    @Entity
    sealed interface Sized extends Figure {
        int size();
    }

    /** Has a size. */
    @Entity
    @DiscriminatorValue("3")
    record Square(
            @Id UUID id,
            @Version long version,
            @Column(nullable = false, length = 80) String label,
            int size) implements Sized {}

    /** Has a size, and a property of its own. */
    @Entity
    @DiscriminatorValue("4")
    record Cube(
            @Id UUID id,
            @Version long version,
            @Column(nullable = false, length = 80) String label,
            int size,
            @Nullable String material)
            implements Sized {}
}
