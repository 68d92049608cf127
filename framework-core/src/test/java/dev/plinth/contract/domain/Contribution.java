package dev.plinth.contract.domain;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A hierarchy of records that refer to other entities, alike. */
@Entity
public sealed interface Contribution {
    int id();

    Ref<Donor> donor();

    @Nullable
    Ref<Cause> cause();

    /** Money. */
    @Entity
    record Gift(
            @Id int id,
            @ManyToOne(optional = false) Ref<Donor> donor,
            @ManyToOne @Nullable Ref<Cause> cause,
            int amount)
            implements Contribution {}

    /** Time. */
    @Entity
    record Service(
            @Id int id,
            @ManyToOne(optional = false) Ref<Donor> donor,
            @ManyToOne @Nullable Ref<Cause> cause,
            @ManyToOne Ref<Donor> guide)
            implements Contribution {}

    /** Who contributes. */
    @Entity
    record Donor(@Id int id) {}

    /** What it is for: no entity itself. */
    sealed interface Cause permits Garden, Library {}

    /** One of them. */
    @Entity
    record Garden(@Id int id) implements Cause {}

    /** The other one. */
    @Entity
    record Library(@Id int id) implements Cause {}
}
