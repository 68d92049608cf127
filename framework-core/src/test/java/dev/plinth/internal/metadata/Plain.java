package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Annotated.Email;
import dev.plinth.internal.metadata.Annotated.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The classes of {@link Annotated} without any annotation, as a domain that knows nothing of databases has them. */
final class Plain {
    private Plain() {}

    record Street(String name, int houseNumber) {}

    static class Address {
        private String city;
        private Street street;

        String getCity() {
            return city;
        }

        Street getStreet() {
            return street;
        }
    }

    record Phone(Status kind, String digits) {}

    static class Customer {
        static int count;
        private UUID id;
        private long version;
        private String firstName;
        private String lastName;
        private Email email;
        private Status status;
        private Address address;
        private BigDecimal credit;
        private Instant createdAt;
        private String notes;
        private List<String> tags = new ArrayList<>();
        private Set<Phone> phones;
        private String greeting;
        private transient int cached;

        UUID getId() {
            return id;
        }

        long getVersion() {
            return version;
        }

        String getFirstName() {
            return firstName;
        }

        String getLastName() {
            return lastName;
        }

        Email getEmail() {
            return email;
        }

        Status getStatus() {
            return status;
        }

        Address getAddress() {
            return address;
        }

        BigDecimal getCredit() {
            return credit;
        }

        Instant getCreatedAt() {
            return createdAt;
        }

        List<String> getTags() {
            return tags;
        }

        Set<Phone> getPhones() {
            return phones;
        }

        String getGreeting() {
            return greeting;
        }

        int getCached() {
            return cached;
        }

        String getNotes() {
            return notes;
        }
    }

    record LineKey(long orderNumber, int line) {}

    record OrderLine(LineKey key, String article, Integer version) {}

    static class TicketEntity {
        private Long number;
        private Status state;

        Long getNumber() {
            return number;
        }

        Status getState() {
            return state;
        }
    }
}
