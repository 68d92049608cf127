package dev.plinth.examples.shop.domain;

import dev.plinth.association.Ref;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody who orders. A customer who is removed goes to the bin, and can be brought back. */
@Entity
@SoftDelete
@Audited
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, unique = true)
    private String email;

    @Embedded
    private Address address;

    @ManyToOne(optional = false)
    private Ref<Country> country;

    @OneToMany(mappedBy = "customer")
    @OrderBy("placedOn")
    private List<SalesOrder> orders;

    protected Customer() {}

    public Customer(String name, String email, Address address, Ref<Country> country) {
        this.name = name;
        this.email = email;
        this.address = address;
        this.country = country;
        this.orders = new ArrayList<>();
    }

    public void moveTo(Address newAddress, Ref<Country> newCountry) {
        address = newAddress;
        country = newCountry;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public Address getAddress() {
        return address;
    }

    public Ref<Country> getCountry() {
        return country;
    }

    /** By day. */
    public List<SalesOrder> getOrders() {
        return List.copyOf(orders);
    }
}
