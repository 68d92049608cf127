package dev.plinth.internal.metadata;

import dev.plinth.association.Ref;
import dev.plinth.mapping.EntityMapping;
import jakarta.persistence.CascadeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The entities of {@link Shop} without annotations, mapped by code. */
final class PlainShop {
    private PlainShop() {}

    static List<EntityMapping<?>> mappings() {
        return List.of(
                EntityMapping.of(Customer.class)
                        .id("id")
                        .oneToMany(
                                Customer::getPurchases,
                                a -> a.mappedBy("customer")
                                        .cascade(CascadeType.ALL)
                                        .orphanRemoval()
                                        .orderBy("number DESC, remark"))
                        .oneToOne("passport", a -> a.mappedBy("holder"))
                        .manyToOne("country", a -> a.joinColumn("home").foreignKey("customer_home")),
                EntityMapping.of(Purchase.class)
                        .id("number")
                        .manyToOne("customer", a -> a.notNull())
                        .oneToMany(
                                "lines",
                                a -> a.joinColumn("purchase")
                                        .orderColumn("place")
                                        .cascade(CascadeType.PERSIST, CascadeType.MERGE))
                        .softDelete(),
                EntityMapping.of(Line.class)
                        .idClass(Shop.LineKey.class)
                        .id("part")
                        .id("no")
                        .manyToOne(Line::getArticle)
                        .manyToMany("tags", a -> a.orderColumn()),
                EntityMapping.of(Article.class)
                        .embeddedId("key")
                        .manyToMany(
                                "tags",
                                a -> a.joinTable(t -> t.name("labels")
                                        .ownerColumns("a_maker", "a_code")
                                        .targetColumns("tag")))
                        .oneToOne(
                                "successor",
                                a -> a.joinColumn("next_code", "code").joinColumn("next_maker", "maker")),
                EntityMapping.of(Tag.class)
                        .id("id")
                        .manyToMany("articles", a -> a.mappedBy("tags").mapKey())
                        .oneToMany(Tag::getPassports),
                EntityMapping.of(Passport.class).id("number").oneToOne("holder", a -> a.notNull()),
                EntityMapping.of(Node.class)
                        .id("id")
                        .manyToOne(Node::getParent)
                        .oneToMany("children", a -> a.mappedBy("parent").mapKey("name"))
                        .manyToMany(Node::getFriends),
                EntityMapping.of(Country.class).id("code"));
    }

    static class Customer {
        UUID id;
        String name;
        List<Purchase> purchases;
        Passport passport;
        Ref<Country> country;

        List<Purchase> getPurchases() {
            return purchases;
        }
    }

    static class Purchase {
        long number;
        String remark;
        Customer customer;
        List<Line> lines;
    }

    static class Line {
        UUID part;
        int no;
        Article article;
        List<Tag> tags;

        Article getArticle() {
            return article;
        }
    }

    static class Article {
        Shop.ArticleKey key;
        Set<Tag> tags;
        Article successor;
    }

    static class Tag {
        short id;
        String text;
        Map<Shop.ArticleKey, Article> articles;
        Set<Passport> passports;

        Set<Passport> getPassports() {
            return passports;
        }
    }

    static class Passport {
        String number;
        Customer holder;
    }

    static class Node {
        Long id;
        String name;
        Node parent;
        Map<String, Node> children;
        Set<Node> friends;

        Node getParent() {
            return parent;
        }

        Set<Node> getFriends() {
            return friends;
        }
    }

    record Country(String code) {}
}
