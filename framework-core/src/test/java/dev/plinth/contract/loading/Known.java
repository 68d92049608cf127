package dev.plinth.contract.loading;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A generic superclass, with what is compared and what only its package sees.
 *
 * @param <N> what the name is
 */
@MappedSuperclass
public abstract class Known<N extends Comparable<N>> {
    @Id
    private int id;

    private String nickname = "";

    protected Known() {}

    protected Known(int id, String nickname) {
        this.id = id;
        this.nickname = nickname;
    }

    public int getId() {
        return id;
    }

    public abstract N getName();

    public boolean isBefore(Known<N> other) {
        return getName().compareTo(other.getName()) < 0;
    }

    String nickname() {
        return nickname;
    }

    /** Calls what only its package sees. */
    public static String nicknameOf(Known<?> known) {
        return known.nickname();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Known<?> that && id == that.getId();
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(id);
    }

    @Override
    public String toString() {
        return "known as " + nickname;
    }
}
