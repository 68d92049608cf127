package dev.plinth.contract.loading;

/** An interface with a method of its own. */
public interface Greeting {
    String getName();

    default String greet() {
        return "Hello " + getName();
    }
}
