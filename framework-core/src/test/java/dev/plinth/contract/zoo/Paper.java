package dev.plinth.contract.zoo;

import dev.plinth.association.Ref;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** In a table for each class; the database numbers the rows of the root's. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Paper {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String title = "";

    protected Paper() {}

    protected Paper(String title) {
        this.title = title;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Has a number. */
    @Entity
    public static final class Letter extends Paper {
        @Column(nullable = false)
        private int pages;

        Letter() {}

        public Letter(String title, int pages) {
            super(title);
            this.pages = pages;
        }

        public int getPages() {
            return pages;
        }

        public void setPages(int pages) {
            this.pages = pages;
        }
    }

    /** Refers to the letter that it came with. */
    @Entity
    public static class Invoice extends Paper {
        @ManyToOne(cascade = CascadeType.PERSIST)
        private @Nullable Ref<Letter> letter;

        protected Invoice() {}

        public Invoice(String title, @Nullable Ref<Letter> letter) {
            super(title);
            this.letter = letter;
        }

        public @Nullable Ref<Letter> getLetter() {
            return letter;
        }
    }
}
