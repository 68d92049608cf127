package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entity with everything: generated id, version, soft delete, audit, an embeddable and collections. */
@Entity
@SoftDelete
@Audited
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    @Column(nullable = false, length = 100)
    private String name = "";

    @Column(unique = true)
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private @Nullable Status status;

    private @Nullable Integer rating;

    @Column(precision = 12, scale = 2)
    private @Nullable BigDecimal credit;

    private @Nullable LocalDate since;

    private boolean newsletter;

    @Embedded
    private @Nullable Address address;

    @ElementCollection
    private List<String> nicknames = new ArrayList<>();

    @ElementCollection
    private Set<String> tags = new LinkedHashSet<>();

    @ElementCollection
    private List<Phone> phones = new ArrayList<>();

    @Transient
    private @Nullable String mood;

    protected Customer() {}

    public Customer(String name) {
        this.name = name;
    }

    public Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    /** The id; null before the insert. */
    public UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable Status getStatus() {
        return status;
    }

    public void setStatus(@Nullable Status status) {
        this.status = status;
    }

    public @Nullable Integer getRating() {
        return rating;
    }

    public void setRating(@Nullable Integer rating) {
        this.rating = rating;
    }

    public @Nullable BigDecimal getCredit() {
        return credit;
    }

    public void setCredit(@Nullable BigDecimal credit) {
        this.credit = credit;
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDate since) {
        this.since = since;
    }

    public boolean isNewsletter() {
        return newsletter;
    }

    public void setNewsletter(boolean newsletter) {
        this.newsletter = newsletter;
    }

    public @Nullable Address getAddress() {
        return address;
    }

    public void setAddress(@Nullable Address address) {
        this.address = address;
    }

    public List<String> getNicknames() {
        return nicknames;
    }

    public void setNicknames(List<String> nicknames) {
        this.nicknames = nicknames;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public List<Phone> getPhones() {
        return phones;
    }

    public void setPhones(List<Phone> phones) {
        this.phones = phones;
    }

    public @Nullable String getMood() {
        return mood;
    }

    public void setMood(@Nullable String mood) {
        this.mood = mood;
    }

    @Override
    public String toString() {
        return "Customer " + name + " (" + id + ", version " + version + ")";
    }
}
