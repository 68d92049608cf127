package dev.plinth.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A document database keeps the entities of this collection in an array of the owner's document, and not in a collection
 * of their own. Everything else stays as it is: they are entities, found, queried, changed and versioned like others. It
 * has no effect on SQL databases and in memory.
 *
 * <p>For what belongs to its owner alone: the collection is {@code @OneToMany(mappedBy = ..., cascade = CascadeType.ALL,
 * orphanRemoval = true)}, the other side is not optional ({@code @ManyToOne(optional = false)}), no other entity refers to
 * those in it, and they have no such collection themselves. The array is
 * called as the property. A sub-document has the fields of its entity, except for those that refer to the owner, whose
 * document is around it. Beside the id there are no unique keys. A document has at most 16 MB: keep a collection that
 * grows without end out of it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SubDocuments {}
