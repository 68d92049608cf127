package dev.plinth.docs.start;

// docs:main
import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import java.util.UUID;

public final class Main {
    public static void main(String[] args) {
        try (Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:./target/library"))
                .entities(Book.class)
                .build()) {
            plinth.schema().create(); // what exists is left as it is
            Books books = plinth.repository(Books.class);

            UUID dune = books.insert(new Book("Dune")).getId();
            plinth.transact(uow -> {
                Book book = uow.getById(Book.class, dune); // or books.getById(dune)
                book.lendTo("Ada"); // found and written at the commit
            });

            books.lent().forEach(book -> System.out.println(book.getTitle() + " is lent to " + book.getBorrower()));
        }
    }
}
// end
