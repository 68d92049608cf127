package dev.plinth.internal.metadata;

import dev.plinth.association.Ref;
import dev.plinth.internal.metadata.elsewhere.Shelter;
import dev.plinth.mapping.ReadOnly;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes with mistakes in their associations. */
final class MistakenAssociations {
    private MistakenAssociations() {}

    @Entity
    static class Good {
        @Id
        long id;

        String name;

        byte[] picture;

        @ManyToOne
        Targets targets;

        @ManyToMany
        List<Inverses> inverses;
    }

    @Embeddable
    record Key(String a, int b) {}

    @Entity
    static class Composite {
        @EmbeddedId
        Key key;
    }

    static class Stranger {}

    @Entity
    record Coin(@Id long id) {}

    @Entity
    static final class Stone {
        @Id
        long id;
    }

    @Entity
    static class Guarded {
        @Id
        long id;

        @OneToOne
        Types types;

        final void guard() {}
    }

    @Entity
    static class Sheltered extends Shelter {
        @Id
        long id;
    }

    @Entity
    @ReadOnly
    static class View {
        @Id
        long id;

        @OneToMany(cascade = CascadeType.ALL)
        List<Good> goods;
    }

    sealed interface Mixed permits Coin2, Text {}

    @Entity
    record Coin2(@Id long id) implements Mixed {}

    @Entity
    record Text(@Id String id) implements Mixed {}

    sealed interface Partial permits Coin3, NoEntity {}

    @Entity
    record Coin3(@Id long id) implements Partial {}

    record NoEntity(long id) implements Partial {}

    @Entity
    static class Types {
        @Id
        long id;

        @ManyToOne
        List<Good> several;

        @OneToMany
        Good one;

        @SuppressWarnings("rawtypes")
        @ManyToMany
        List raw;

        @ManyToMany
        List<Ref<Good>> held;

        @Id
        @ManyToOne
        Good derived;

        @ManyToOne
        @Column(name = "other")
        Good column;

        @ManyToOne(targetEntity = Good.class, cascade = CascadeType.DETACH)
        Good detached;
    }

    @Entity
    static class Targets {
        @Id
        long id;

        @ManyToOne
        Stranger stranger;

        @ManyToOne
        Coin coin;

        @ManyToOne
        Ref<Coin> held;

        @ManyToOne
        Stone stone;

        @ManyToOne
        Guarded guarded;

        @ManyToOne
        Sheltered sheltered;

        @OneToOne(mappedBy = "types")
        Guarded backwards;

        @ManyToOne
        Ref<Mixed> mixed;

        @ManyToOne
        Ref<Partial> partial;

        @ManyToOne
        Mixed bare;

        @ManyToOne(cascade = CascadeType.PERSIST)
        View view;

        @OneToMany
        @JoinColumn
        List<View> views;
    }

    @Entity
    static class Columns {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "name_of_good", referencedColumnName = "name")
        Good byName;

        @ManyToOne
        @JoinColumn(name = "a")
        Composite tooFew;

        @ManyToOne
        @JoinColumn(name = "twice_1", referencedColumnName = "a")
        @JoinColumn(name = "twice_2", referencedColumnName = "a")
        Composite twice;

        @ManyToOne
        @JoinColumn(
                name = "read_only",
                insertable = false,
                updatable = false,
                columnDefinition = "x",
                table = "x",
                comment = "x",
                options = "x",
                foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Good attributes;

        long sameId;

        @ManyToOne
        @JoinColumn(name = "same_id")
        Good same;

        @ManyToOne
        @JoinTable
        Good table;

        @ManyToMany
        @JoinColumn
        List<Good> column;

        @OneToMany
        @JoinColumn(nullable = false, unique = true)
        List<Good> required;

        @OneToMany
        @JoinColumn
        @JoinTable
        List<Good> both;

        @ManyToMany
        @JoinTable(
                joinColumns = @JoinColumn(name = "one", nullable = false),
                inverseJoinColumns = @JoinColumn(name = "one"),
                foreignKey = @ForeignKey(name = "x"))
        List<Good> links;
    }

    @Entity
    static class Inverses {
        @Id
        long id;

        @OneToMany(mappedBy = "owner")
        List<Good> unknown;

        @OneToMany(mappedBy = "good")
        List<Child> wrong;

        @OneToMany(mappedBy = "inverses")
        @JoinColumn
        List<Child> children;

        @ManyToMany(mappedBy = "inverses")
        @OrderColumn
        List<Good> goods;

        @OneToOne(mappedBy = "twin", optional = false)
        Child twin;
    }

    @Entity
    static class Child {
        @Id
        long id;

        @ManyToOne
        Good good;

        @ManyToOne
        Inverses inverses;

        @OneToOne
        Inverses twin;
    }

    @Entity
    static class Orders {
        @Id
        long id;

        @ManyToMany
        @OrderBy("name, nothing")
        List<Good> unknown;

        @ManyToMany
        @OrderBy("picture")
        List<Good> bytes;

        @ManyToMany
        @OrderBy("name UPWARDS")
        List<Good> words;

        @ManyToMany
        @OrderBy
        @OrderColumn
        List<Good> both;

        @ManyToMany
        @OrderColumn
        Set<Good> set;

        @ManyToMany
        Map<String, Good> keyless;

        @ManyToMany
        @MapKey
        Map<String, Good> wrongId;

        @ManyToMany
        @MapKey(name = "nothing")
        Map<String, Good> wrongKey;

        @ManyToMany
        @MapKey
        @MapKeyColumn(name = "key")
        List<Good> list;

        @ManyToOne
        @OrderBy
        @MapKey
        Good one;

        @JoinColumn
        String text;

        @ElementCollection
        @JoinTable
        List<String> texts;

        Part part;

        Good bare;
    }

    @Entity
    static class Parent {
        @Id
        long id;

        @OneToMany
        @JoinColumn(name = "parent_id")
        List<Kid> kids;
    }

    @Entity
    static class Kid {
        @Id
        long id;

        @ManyToOne
        Parent parent;
    }

    sealed interface Fine permits Coin4 {}

    @Entity
    record Coin4(@Id long id) implements Fine {}

    @Entity
    static class Anything {
        @Id
        long id;

        @OneToOne(mappedBy = "id")
        Ref<Fine> mapped;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "x"))
        Ref<Fine> constrained;

        @ManyToMany
        List<Fine> several;
    }

    @Embeddable
    static class Part {
        int number;

        @ManyToOne
        Good good;
    }
}
