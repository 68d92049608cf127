package dev.plinth.internal.metadata;

import dev.plinth.association.Ref;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Entities with associations of every kind. */
final class Shop {
    private Shop() {}

    static List<Class<?>> classes() {
        List<Class<?>> result = new ArrayList<>(mappedByCode());
        result.addAll(List.of(Letter.class, Parcel.class, Comment.class, Folder.class));
        return result;
    }

    /** Those that are mapped by code, too. */
    static List<Class<?>> mappedByCode() {
        return List.of(
                Customer.class,
                Purchase.class,
                Line.class,
                Article.class,
                Tag.class,
                Passport.class,
                Node.class,
                Country.class);
    }

    @Entity
    static class Customer {
        @Id
        UUID id;

        String name;

        @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("number DESC, remark")
        List<Purchase> purchases = new ArrayList<>();

        @OneToOne(mappedBy = "holder")
        Passport passport;

        @ManyToOne
        @JoinColumn(name = "home", foreignKey = @ForeignKey(name = "customer_home"))
        Ref<Country> country;
    }

    @Entity
    @SoftDelete
    static class Purchase {
        @Id
        long number;

        String remark;

        @ManyToOne(optional = false)
        Customer customer;

        @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinColumn(name = "purchase")
        @OrderColumn(name = "place")
        List<Line> lines = new ArrayList<>();
    }

    record LineKey(UUID part, int no) {}

    @Entity
    @IdClass(LineKey.class)
    static class Line {
        @Id
        UUID part;

        @Id
        int no;

        @ManyToOne
        Article article;

        @ManyToMany
        @OrderColumn
        List<Tag> tags = new ArrayList<>();
    }

    @Embeddable
    record ArticleKey(String maker, int code) {}

    @Entity
    static class Article {
        @EmbeddedId
        ArticleKey key;

        @ManyToMany
        @JoinTable(
                name = "labels",
                joinColumns = {
                    @JoinColumn(name = "a_code", referencedColumnName = "code"),
                    @JoinColumn(name = "a_maker", referencedColumnName = "maker")
                },
                inverseJoinColumns = @JoinColumn(name = "tag"))
        Set<Tag> tags = new HashSet<>();

        @OneToOne
        @JoinColumn(name = "next_code", referencedColumnName = "code")
        @JoinColumn(name = "next_maker", referencedColumnName = "maker")
        Article successor;
    }

    @Entity
    static class Tag {
        @Id
        short id;

        String text;

        @ManyToMany(mappedBy = "tags")
        @MapKey
        Map<ArticleKey, Article> articles = new HashMap<>();

        @OneToMany
        Set<Passport> passports = new HashSet<>();
    }

    @Entity
    static class Passport {
        @Id
        String number;

        @OneToOne(optional = false)
        Customer holder;
    }

    @Entity
    static class Node {
        @Id
        Long id;

        String name;

        @ManyToOne
        Node parent;

        @OneToMany(mappedBy = "parent")
        @MapKey(name = "name")
        Map<String, Node> children = new HashMap<>();

        @ManyToMany
        Set<Node> friends = new HashSet<>();
    }

    @Entity
    record Country(@Id String code) {}

    sealed interface Subject permits Letter, Goods {}

    sealed interface Goods extends Subject permits Parcel {}

    @Entity
    record Letter(@Id @Column(length = 20) String code) implements Subject {}

    @Entity
    static final class Parcel implements Goods {
        @Id
        @Column(length = 30)
        String number;
    }

    @Entity
    static class Comment {
        @Id
        long id;

        @ManyToOne(optional = false)
        Ref<Subject> subject;

        @OneToOne
        @JoinColumn(name = "reply")
        Ref<Subject> answer;
    }

    @MappedSuperclass
    abstract static class Tree<T> {
        @Id
        long id;

        @ManyToOne
        T parent;

        @OneToMany(mappedBy = "parent")
        List<T> children = new ArrayList<>();
    }

    @Entity
    static class Folder extends Tree<Folder> {}
}
