package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** The first of three levels. Whatever it holds is found by a walk. */
@Entity
public class Client {
    @Id
    private long id;

    private String name = "";

    @OneToMany(mappedBy = "client")
    @OrderBy("number DESC")
    private List<Deal> deals = new ArrayList<>();

    protected Client() {}

    public Client(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Deal> getDeals() {
        return deals;
    }
}
