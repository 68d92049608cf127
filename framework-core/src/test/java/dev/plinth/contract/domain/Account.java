package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** An entity whose columns are called in another way than its properties. */
@Entity
public class Account {
    @Id
    @Column(name = "account_number")
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "holder_name", unique = true)
    private @Nullable String holder;

    @Embedded
    private @Nullable Terms terms;

    private int balance;

    @Column(length = 50_000)
    private @Nullable String remarks;

    /** What was agreed upon. */
    @Embeddable
    public static class Terms {
        @Column(name = "contract_number", unique = true)
        private @Nullable String contract;

        protected Terms() {}

        public Terms(@Nullable String contract) {
            this.contract = contract;
        }
    }

    protected Account() {}

    public Account(long id, @Nullable String holder, @Nullable String contract) {
        this.id = id;
        this.holder = holder;
        this.terms = new Terms(contract);
    }

    public int getBalance() {
        return balance;
    }

    public void add(int amount) {
        balance += amount;
    }

    public @Nullable String getRemarks() {
        return remarks;
    }

    public Account remarking(String text) {
        remarks = text;
        return this;
    }
}
