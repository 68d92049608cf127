package dev.plinth.docs.graph;

import dev.plinth.Plinth;
import dev.plinth.association.Ref;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.mapping.SubDocuments;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The entities of the guides. */
abstract class GraphGuide {
    // docs:associations-entities
    @Entity
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private UUID id;

        @Version
        private long version;

        private String name;

        @OneToMany(mappedBy = "customer")
        @OrderBy("placed DESC")
        private List<Order> orders = new ArrayList<>();
        // end
        protected Customer() {}

        Customer(String name) {
            this.name = name;
        }

        public UUID getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public List<Order> getOrders() {
            return orders;
        }

        @Override
        public String toString() {
            return name;
        }
        // docs:associations-entities
    }

    @Entity
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private UUID id;

        @Version
        private long version;

        private LocalDate placed;

        @ManyToOne(optional = false)
        private Customer customer;

        @ManyToOne
        private Ref<Currency> currency; // a record: see below

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments // in MongoDB within the order's document
        private List<Line> lines = new ArrayList<>();

        @ManyToMany
        private Set<Label> labels = new HashSet<>();
        // end
        protected Order() {}

        Order(Customer customer, LocalDate placed) {
            this.customer = customer;
            this.placed = placed;
        }

        public UUID getId() {
            return id;
        }

        public Customer getCustomer() {
            return customer;
        }

        public @Nullable Ref<Currency> getCurrency() {
            return currency;
        }

        public List<Line> getLines() {
            return lines;
        }

        public Set<Label> getLabels() {
            return labels;
        }

        public LocalDate getPlaced() {
            return placed;
        }

        public void payIn(Ref<Currency> paid) {
            currency = paid;
        }
        // docs:associations-entities

        public void add(String product, int pieces) {
            lines.add(new Line(this, product, pieces));
        }
    }

    @Entity
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private UUID id;

        private String product;
        private int pieces;

        @ManyToOne(optional = false)
        private Order order;
        // end
        protected Line() {}

        Line(Order order, String product, int pieces) {
            this.order = order;
            this.product = product;
            this.pieces = pieces;
        }

        public String getProduct() {
            return product;
        }

        public int getPieces() {
            return pieces;
        }

        public Order getOrder() {
            return order;
        }
        // docs:associations-entities
    }

    @Entity
    record Currency(@Id String code, String name) {}

    @Entity
    record Label(@Id String name) {}
    // end

    protected Plinth plinth;
    protected UUID adaId;

    @BeforeEach
    final void open() {
        plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Customer.class, Order.class, Line.class, Currency.class, Label.class)
                .build();
        plinth.schema().create();
        plinth.transact(uow -> {
            Currency euro = uow.insert(new Currency("EUR", "Euro"));
            Label urgent = uow.insert(new Label("urgent"));
            Customer ada = uow.insert(new Customer("Ada"));
            for (int day = 1; day <= 4; day++) {
                Order order = new Order(ada, LocalDate.of(2026, 3, day));
                order.payIn(Ref.to(euro));
                order.add("screw", day);
                order.add("nail", 2 * day);
                order.getLabels().add(urgent);
                uow.insert(order);
            }
            adaId = ada.getId();
        });
    }

    @AfterEach
    final void close() {
        plinth.close();
    }
}
