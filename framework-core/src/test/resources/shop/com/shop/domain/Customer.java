package com.shop.domain;

import com.shop.base.Noted;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Customer extends Noted {
    @Id
    private long id;

    @Version
    private int version;

    private String name;
    private boolean known;
    private double balance;
    private Character grade;

    @OneToMany(mappedBy = "customer")
    private List<Purchase> purchases = new ArrayList<>();

    Customer() {}

    public Customer(long id, String name) {
        this.id = id;
        this.name = name;
        this.known = true;
        this.balance = 1.5;
        this.grade = 'a';
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void rename(String name) {
        this.name = name;
    }

    // which a reference fills, too, only where it is in the very same package
    String described() {
        return name + " " + known + " " + balance + " " + grade;
    }

    public List<Purchase> getPurchases() {
        return purchases;
    }
}
