package dev.plinth.contract.domain;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entity that refers to any of several. */
@Entity
public class Review {
    @Id
    private long id;

    @ManyToOne
    private @Nullable Ref<Subject> subject;

    protected Review() {}

    public Review(long id, @Nullable Ref<Subject> subject) {
        this.id = id;
        this.subject = subject;
    }

    public long getId() {
        return id;
    }

    public @Nullable Ref<Subject> getSubject() {
        return subject;
    }

    public void setSubject(@Nullable Ref<Subject> subject) {
        this.subject = subject;
    }

    /** What is reviewed. */
    public sealed interface Subject permits Song, Film {
        String title();
    }

    /** A record. */
    @Entity
    public record Song(@Id long id, String title) implements Subject {}

    /** A class. */
    @Entity
    public static final class Film implements Subject {
        @Id
        private long id;

        private String title = "";

        protected Film() {}

        public Film(long id, String title) {
            this.id = id;
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The rows of reviews to someone who knows nothing of what they refer to. */
    @Entity
    @Table(name = "review")
    public static class Plain {
        @Id
        public long id;

        public @Nullable Long subjectId;

        public @Nullable String subjectType;

        protected Plain() {}

        public Plain(long id, Long subjectId, @Nullable String subjectType) {
            this.id = id;
            this.subjectId = subjectId;
            this.subjectType = subjectType;
        }
    }
}
