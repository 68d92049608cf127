package dev.plinth.contract.loading;

import jakarta.persistence.Entity;

/** What is referred to. Its constructor and its methods do what classes of applications do. */
@Entity
public class Pupil extends Known<String> implements Greeting {
    private String name = "";
    private int age;

    protected Pupil() {
        setAge(7);
    }

    public Pupil(int id, String name, String nickname) {
        super(id, nickname);
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getAge() {
        return age;
    }

    public void setAge(int age) {
        this.age = age;
    }

    protected String shout() {
        return name.toUpperCase(java.util.Locale.ROOT);
    }

    /** Reads a field of another object, without a method. */
    public boolean hasNameOf(Pupil other) {
        return name.equals(other.name);
    }
}
