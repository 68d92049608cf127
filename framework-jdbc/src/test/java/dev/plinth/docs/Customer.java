package dev.plinth.docs;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The customer of the guide. */
// docs:customer
@Entity
@SoftDelete
@Audited
public class Customer {
    @Id
    @GeneratedValue
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, length = 100)
    private String name = "";

    @Column(unique = true)
    private String email;

    @Enumerated(EnumType.STRING)
    private Status status = Status.REGULAR;

    @Column(precision = 12, scale = 2)
    private BigDecimal credit = BigDecimal.ZERO;

    private LocalDate since;

    @Embedded
    private Address address;

    @ElementCollection
    private Set<String> tags = new LinkedHashSet<>();

    @ElementCollection
    private List<Phone> phones = new ArrayList<>();

    // constructors, getters, and what a customer can do; no setters needed
    // end

    /** For Plinth. */
    protected Customer() {}

    /** A new customer. */
    public Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    /** The id, null before the insert. */
    public UUID getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public Status getStatus() {
        return status;
    }

    public BigDecimal getCredit() {
        return credit;
    }

    public LocalDate getSince() {
        return since;
    }

    public Address getAddress() {
        return address;
    }

    public Set<String> getTags() {
        return tags;
    }

    public List<Phone> getPhones() {
        return phones;
    }

    /** Changes the name. */
    public void rename(String name) {
        this.name = name;
    }

    /** Changes the address. */
    public void moveTo(Address address) {
        this.address = address;
    }

    /** Makes this one important. */
    public void promote() {
        status = Status.VIP;
    }

    /** Sets the credit. */
    public void grant(BigDecimal credit) {
        this.credit = credit;
    }

    /** Sets the first day. */
    public void joined(LocalDate day) {
        since = day;
    }

    /** Adds a tag. */
    public void tag(String tag) {
        tags.add(tag);
    }
    // docs:customer
}
// end
