package dev.plinth.contract.domain;

import jakarta.persistence.Embeddable;

/** An embeddable class of primitives, inside another embeddable. */
@Embeddable
public class Position {
    private double latitude;
    private double longitude;

    protected Position() {}

    public Position(double latitude, double longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }

    public double getLatitude() {
        return latitude;
    }

    public double getLongitude() {
        return longitude;
    }
}
