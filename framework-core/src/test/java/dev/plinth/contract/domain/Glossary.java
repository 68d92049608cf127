package dev.plinth.contract.domain;

import java.util.HashMap;
import java.util.Map;

/** A class without annotations that has a map. */
public class Glossary {
    private long id;
    private Map<String, String> words = new HashMap<>();

    protected Glossary() {}

    public Glossary(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public Map<String, String> getWords() {
        return words;
    }
}
