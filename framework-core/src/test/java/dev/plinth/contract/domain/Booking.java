package dev.plinth.contract.domain;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity with constraints of Jakarta Validation wherever they may stand. */
@Entity
public class Booking {
    /** A group that is not validated on its own. */
    public interface Strict {}

    /** Where to reach the guest. */
    @Embeddable
    public record Contact(
            @NotNull @Pattern(regexp = "[0-9+]+") @Nullable String phone,
            @Size(min = 2, max = 30) @Nullable String city) {}

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @NotNull
    private @Nullable UUID id;

    @Version
    @NotNull
    private @Nullable Long version;

    @NotBlank
    @Size(max = 40)
    private @Nullable String guest;

    @Min(1)
    @Max(12)
    private int seats = 2;

    @Max(value = 99, message = "is ${validatedValue}, which is too loud")
    private int loudness;

    @Size(max = 3, groups = Strict.class)
    private @Nullable String remark;

    @Valid
    private @Nullable Contact contact;

    @ElementCollection
    private List<@Size(max = 10) String> wishes = new ArrayList<>();

    protected Booking() {}

    public Booking(@Nullable String guest) {
        this.guest = guest;
    }

    @AssertTrue(message = "big parties are not quiet")
    boolean isQuietWhenAsked() {
        return seats < 8 || !wishes.contains("quiet");
    }

    public UUID getId() {
        return java.util.Objects.requireNonNull(id);
    }

    public @Nullable String getGuest() {
        return guest;
    }

    public void setGuest(@Nullable String guest) {
        this.guest = guest;
    }

    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }

    public void setLoudness(int loudness) {
        this.loudness = loudness;
    }

    public void setRemark(@Nullable String remark) {
        this.remark = remark;
    }

    public void setContact(@Nullable Contact contact) {
        this.contact = contact;
    }

    public List<String> getWishes() {
        return wishes;
    }
}
