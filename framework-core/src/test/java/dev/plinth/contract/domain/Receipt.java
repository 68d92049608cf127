package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** An entity whose id comes from a sequence in blocks of {@value #BLOCK}. It has no version. */
@Entity
public class Receipt {
    /** How many ids are taken at a time. */
    public static final int BLOCK = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipts")
    @SequenceGenerator(name = "receipts", sequenceName = "receipt_seq", initialValue = 1000, allocationSize = BLOCK)
    private long id;

    private int amount;

    protected Receipt() {}

    public Receipt(int amount) {
        this.amount = amount;
    }

    public long getId() {
        return id;
    }

    public int getAmount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }
}
