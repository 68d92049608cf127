package dev.plinth.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which entities are meant: a condition that becomes SQL, a MongoDB filter or a predicate, with one meaning everywhere.
 * A specification is true or false for every entity, never unknown: {@code where(p).isNot("x")} is true where p is null,
 * and {@code s.not()} is true exactly where {@code s} is not. Immutable, thread-safe, reusable; two specifications that
 * say the same in the same words are equal.
 *
 * @param <T> the entity, or the element of a collection
 */
@SuppressWarnings("overloads") // which overload of where() a method reference takes follows from its return type
public sealed interface Specification<T> {
    /**
     * True where both are.
     *
     * @param other another specification
     * @return a specification
     */
    default Specification<T> and(Specification<? super T> other) {
        return And.of(this, Arguments.required(other, "specification", "use Specification.all() for no condition"));
    }

    /**
     * True where either is.
     *
     * @param other another specification
     * @return a specification
     */
    default Specification<T> or(Specification<? super T> other) {
        return Or.of(this, Arguments.required(other, "specification", "use Specification.none() for no alternative"));
    }

    /**
     * True exactly where this is not.
     *
     * @return a specification
     */
    default Specification<T> not() {
        return this instanceof Not<T> not ? not.part() : new Not<>(this);
    }

    /**
     * Whether an object meets this specification, as a query would have it: the values are those of the object now.
     *
     * @param candidate the object, not null
     * @return true where it does
     * @throws dev.plinth.error.SpecificationException where a property is given by a name that the object does not have
     */
    default boolean isSatisfiedBy(T candidate) {
        return Evaluation.holds(
                this, Arguments.required(candidate, "candidate", "give the object that is to be tested"));
    }

    /**
     * True for every entity.
     *
     * @param <T> the entity
     * @return a specification
     */
    static <T> Specification<T> all() {
        return new All<>();
    }

    /**
     * True for no entity.
     *
     * @param <T> the entity
     * @return a specification
     */
    static <T> Specification<T> none() {
        return new None<>();
    }

    /**
     * True exactly where the given one is not.
     *
     * @param specification a specification
     * @param <T> the entity
     * @return a specification
     */
    static <T> Specification<T> not(Specification<T> specification) {
        return Arguments.required(specification, "specification", "use Specification.none() for no entity")
                .not();
    }

    /**
     * A condition on a property.
     *
     * @param property a method reference
     * @param <T> the entity
     * @param <V> the property's type
     * @return what can be said of it
     */
    static <T, V> Criteria<T, V> where(Property<T, V> property) {
        return new Criteria<>(Path.of(property));
    }

    /**
     * A condition on a property whose values have an order.
     *
     * @param property a method reference
     * @param <T> the entity
     * @param <V> the property's type
     * @return what can be said of it
     */
    static <T, V extends Comparable<? super V>> OrderedCriteria<T, V> where(OrderedProperty<T, V> property) {
        return new OrderedCriteria<>(Path.of(property));
    }

    /**
     * A condition on a property that is a text.
     *
     * @param property a method reference
     * @param <T> the entity
     * @return what can be said of it
     */
    static <T> TextCriteria<T> where(TextProperty<T> property) {
        return new TextCriteria<>(Path.of(property));
    }

    /**
     * A condition on the elements of a collection.
     *
     * @param property a method reference
     * @param <T> the entity
     * @param <E> the type of an element
     * @return what can be said of it
     */
    static <T, E> ManyCriteria<T, E> where(ManyProperty<T, E> property) {
        return new ManyCriteria<>(Path.of(property));
    }

    /**
     * A condition on a property of an embeddable.
     *
     * @param outer a method reference to the embeddable
     * @param property a method reference to its property
     * @param <T> the entity
     * @param <A> the embeddable
     * @param <V> the property's type
     * @return what can be said of it
     */
    static <T, A, V> Criteria<T, V> where(Property<T, A> outer, Property<A, V> property) {
        return new Criteria<>(Path.of(outer, property));
    }

    /**
     * A condition on a property of an embeddable, whose values have an order.
     *
     * @param outer a method reference to the embeddable
     * @param property a method reference to its property
     * @param <T> the entity
     * @param <A> the embeddable
     * @param <V> the property's type
     * @return what can be said of it
     */
    static <T, A, V extends Comparable<? super V>> OrderedCriteria<T, V> where(
            Property<T, A> outer, OrderedProperty<A, V> property) {
        return new OrderedCriteria<>(Path.of(outer, property));
    }

    /**
     * A condition on a property of an embeddable that is a text.
     *
     * @param outer a method reference to the embeddable
     * @param property a method reference to its property
     * @param <T> the entity
     * @param <A> the embeddable
     * @return what can be said of it
     */
    static <T, A> TextCriteria<T> where(Property<T, A> outer, TextProperty<A> property) {
        return new TextCriteria<>(Path.of(outer, property));
    }

    /**
     * A condition on a property by its name, for code that is told the name at run time. The name is looked up in the
     * model when the specification is used.
     *
     * @param type the entity
     * @param path the property's path, for example {@code address.city}
     * @param <T> the entity
     * @return what can be said of it
     */
    static <T> NamedCriteria<T> where(Class<T> type, String path) {
        Arguments.required(type, "type", "give the entity's class");
        return new NamedCriteria<>(Path.of(path));
    }

    /**
     * A condition on the element of a collection of basic values.
     *
     * @param type the type of an element
     * @param <E> the type of an element
     * @return what can be said of it
     */
    static <E> OrderedCriteria<E, E> element(Class<E> type) {
        Arguments.required(type, "type", "give the class of an element");
        return new OrderedCriteria<>(Path.of(""));
    }

    /**
     * A condition on the element of a collection of texts.
     *
     * @return what can be said of it
     */
    static TextCriteria<String> textElement() {
        return new TextCriteria<>(Path.of(""));
    }

    /**
     * True for every entity.
     *
     * @param <T> the entity
     */
    record All<T>() implements Specification<T> {
        @Override
        public String toString() {
            return "all";
        }
    }

    /**
     * True for no entity.
     *
     * @param <T> the entity
     */
    record None<T>() implements Specification<T> {
        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * True where all parts are.
     *
     * @param parts at least two
     * @param <T> the entity
     */
    record And<T>(List<Specification<? super T>> parts) implements Specification<T> {
        /** Copies the list. */
        public And {
            parts = List.copyOf(parts);
        }

        static <T> And<T> of(Specification<T> left, Specification<? super T> right) {
            List<Specification<? super T>> parts = new ArrayList<>();
            if (left instanceof And<T> and) {
                parts.addAll(and.parts());
            } else {
                parts.add(left);
            }
            parts.add(right);
            return new And<>(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Texts::nested).collect(Collectors.joining(" and "));
        }
    }

    /**
     * True where any part is.
     *
     * @param parts at least two
     * @param <T> the entity
     */
    record Or<T>(List<Specification<? super T>> parts) implements Specification<T> {
        /** Copies the list. */
        public Or {
            parts = List.copyOf(parts);
        }

        static <T> Or<T> of(Specification<T> left, Specification<? super T> right) {
            List<Specification<? super T>> parts = new ArrayList<>();
            if (left instanceof Or<T> or) {
                parts.addAll(or.parts());
            } else {
                parts.add(left);
            }
            parts.add(right);
            return new Or<>(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Texts::nested).collect(Collectors.joining(" or "));
        }
    }

    /**
     * True exactly where the part is not.
     *
     * @param part a specification
     * @param <T> the entity
     */
    record Not<T>(Specification<T> part) implements Specification<T> {
        @Override
        public String toString() {
            return "not " + Texts.nested(part);
        }
    }

    /**
     * True where the property is null.
     *
     * @param path the property
     * @param <T> the entity
     */
    record IsNull<T>(Path path) implements Specification<T> {
        @Override
        public String toString() {
            return path + " is null";
        }
    }

    /**
     * True where the property is not null and compares as said.
     *
     * @param path the property
     * @param operator how
     * @param value what it is compared with, not null
     * @param <T> the entity
     */
    record Comparison<T>(Path path, Operator operator, Object value) implements Specification<T> {
        @Override
        public String toString() {
            return path + " " + operator.sign() + " " + Texts.value(value);
        }
    }

    /**
     * True where the property equals one of the values.
     *
     * @param path the property
     * @param values none of them null; none at all is true for no entity
     * @param <T> the entity
     */
    record In<T>(Path path, List<?> values) implements Specification<T> {
        /** Copies the list. */
        public In {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return path + " in " + values.stream().map(Texts::value).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /**
     * True where the property, a text, matches a plain text.
     *
     * @param path the property
     * @param kind how
     * @param text what is looked for, without wildcards
     * @param ignoreCase whether case is ignored, per code point
     * @param <T> the entity
     */
    record Match<T>(Path path, MatchKind kind, String text, boolean ignoreCase) implements Specification<T> {
        @Override
        public String toString() {
            String verb = kind == MatchKind.EQUAL
                    ? "="
                    : kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            return path + " " + verb + " " + Texts.value(text) + (ignoreCase ? " ignoring case" : "");
        }
    }

    /**
     * True where at least one element of a collection meets a specification.
     *
     * @param path the collection
     * @param element the specification of an element
     * @param <T> the entity
     */
    record Any<T>(Path path, Specification<?> element) implements Specification<T> {
        @Override
        public String toString() {
            return element instanceof All ? path + " is not empty" : "any " + path + " with " + Texts.nested(element);
        }
    }
}
