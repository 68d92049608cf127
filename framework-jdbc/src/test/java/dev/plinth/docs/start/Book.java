package dev.plinth.docs.start;

// docs:book
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
public class Book {
    @Id
    @GeneratedValue
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false)
    private String title;

    private String borrower;

    protected Book() {} // for Plinth

    public Book(String title) {
        this.title = title;
    }

    public UUID getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public String getBorrower() {
        return borrower;
    }

    public void lendTo(String borrower) {
        this.borrower = borrower;
    }
}
// end
