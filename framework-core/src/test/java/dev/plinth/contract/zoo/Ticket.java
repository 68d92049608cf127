package dev.plinth.contract.zoo;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Records, each in a table with all of its columns. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public sealed interface Ticket {
    long id();

    long version();

    int price();

    /** Has nothing more. */
    @Entity
    record Day(@Id long id, @Version long version, int price) implements Ticket {}

    /** Refers to the ticket that it replaces, of whichever kind. */
    @Entity
    record Season(
            @Id long id,
            @Version long version,
            int price,
            @ManyToOne @Nullable Ref<Ticket> replaced) implements Ticket {}
}
