package dev.plinth.docs.start;

// docs:books
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;

import dev.plinth.repository.Repository;
import jakarta.data.Order;
import java.util.List;
import java.util.UUID;

public interface Books extends Repository<Book, UUID> {
    default List<Book> lent() {
        return findAll(where(Book::getBorrower).isNotNull(), Order.by(asc(Book::getTitle)));
    }
}
// end
