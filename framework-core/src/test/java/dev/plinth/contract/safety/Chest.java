package dev.plinth.contract.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Has no mark: it is deleted for good, or not at all. */
@Entity
public class Chest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    private String content = "";

    @ManyToOne
    private @Nullable Vault vault;

    protected Chest() {}

    public Chest(String content, @Nullable Vault vault) {
        this.content = content;
        this.vault = vault;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public @Nullable Vault getVault() {
        return vault;
    }

    public void setVault(@Nullable Vault vault) {
        this.vault = vault;
    }
}
