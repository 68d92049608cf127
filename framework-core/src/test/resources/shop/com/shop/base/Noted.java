package com.shop.base;

import jakarta.persistence.MappedSuperclass;

/** A superclass in another package, whose field is private. */
@MappedSuperclass
public abstract class Noted {
    private String note;

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
