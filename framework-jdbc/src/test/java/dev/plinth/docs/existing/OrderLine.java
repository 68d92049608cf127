package dev.plinth.docs.existing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

// docs:existing-entity
@Entity
@IdClass(OrderLine.Key.class)
@Table(name = "ORDER LINE", schema = "LEGACY")
public class OrderLine {
    public record Key(long order, String article) {}

    @Id
    @Column(name = "Order No") // NUMERIC(18)
    private long order;

    @Id
    @Column(name = "ARTICLE", length = 8) // CHAR(8): read without its padding
    private String article;

    @Column(name = "QUANTITY")
    private int quantity;

    @Column(name = "PRICE")
    private int price;

    @Column(name = "PAID", length = 1) // CHAR(1), 'Y' or 'N'
    @Convert(converter = YesNo.class)
    private boolean paid;

    @Column(name = "TOTAL", insertable = false, updatable = false) // GENERATED ALWAYS AS ("QUANTITY" * "PRICE")
    private int total;

    @Column(name = "STATE", insertable = false) // DEFAULT 'open'
    private @Nullable String state;
    // end

    protected OrderLine() {
        this(0, "", 0, 0);
    }

    public OrderLine(long order, String article, int quantity, int price) {
        this.order = order;
        this.article = article;
        this.quantity = quantity;
        this.price = price;
    }

    public long getOrder() {
        return order;
    }

    public String getArticle() {
        return article;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public boolean isPaid() {
        return paid;
    }

    public int getTotal() {
        return total;
    }

    public @Nullable String getState() {
        return state;
    }
    // docs:existing-entity
}
// end
