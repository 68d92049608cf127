package dev.plinth.contract.domain;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity whose every name means something to a database. */
@Entity
@SoftDelete(column = "null")
@Table(
        name = "order",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "unique",
                        columnNames = {"key", "group"}),
        indexes = {
            @Index(name = "index", columnList = "user DESC, select"),
            @Index(name = "where", columnList = "select, user desc")
        })
public class Order {
    @Id
    @Column(name = "primary")
    private long id;

    @Version
    @Column(name = "from")
    private long version;

    @Column(name = "key", length = 20)
    private @Nullable String key;

    @Column(name = "group", length = 20)
    private @Nullable String group;

    @Column(name = "user", length = 20)
    private @Nullable String user;

    @Column(name = "select")
    private int select;

    @Enumerated(EnumType.STRING)
    @Column(name = "check", length = 10)
    private @Nullable Status status;

    @ElementCollection
    @CollectionTable(name = "table")
    @Column(name = "values", length = 20)
    private List<String> values = new ArrayList<>();

    protected Order() {}

    public Order(long id, String key, String group, String user) {
        this.id = id;
        this.key = key;
        this.group = group;
        this.user = user;
        this.status = Status.VIP;
    }

    public long getId() {
        return id;
    }

    public @Nullable String getKey() {
        return key;
    }

    public @Nullable String getGroup() {
        return group;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public int getSelect() {
        return select;
    }

    public @Nullable Status getStatus() {
        return status;
    }

    public List<String> getValues() {
        return values;
    }
}
