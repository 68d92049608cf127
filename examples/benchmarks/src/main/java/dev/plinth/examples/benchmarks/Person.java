package dev.plinth.examples.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of some usual columns. */
@Entity
public class Person {
    @Id
    private long id;

    @Version
    private long version;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private LocalDate born;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal credit;

    protected Person() {}

    Person(long id, long version, String name, String email, LocalDate born, BigDecimal credit) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.email = email;
        this.born = born;
        this.credit = credit;
    }

    static Person number(long id) {
        return new Person(
                id,
                0,
                "Person " + id,
                "person." + id + "@example.org",
                LocalDate.ofEpochDay(id % 20_000),
                BigDecimal.valueOf(id, 2));
    }

    @Override
    public String toString() {
        return id + " " + version + " " + name + " " + email + " " + born + " " + credit;
    }
}
