package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has an id of two columns, which others refer to. */
@Entity
@IdClass(PlotKey.class)
public class Plot {
    @Id
    private String street = "";

    @Id
    private int number;

    private int area;

    @OneToMany(mappedBy = "plot")
    private Set<Hut> huts = new LinkedHashSet<>();

    @OneToOne(mappedBy = "plot")
    private @Nullable Deed deed;

    protected Plot() {}

    public Plot(String street, int number, int area) {
        this.street = street;
        this.number = number;
        this.area = area;
    }

    public String getStreet() {
        return street;
    }

    public int getNumber() {
        return number;
    }

    public int getArea() {
        return area;
    }

    public Set<Hut> getHuts() {
        return huts;
    }

    public @Nullable Deed getDeed() {
        return deed;
    }
}
