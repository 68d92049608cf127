package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Capability;
import dev.plinth.contract.safety.Board;
import dev.plinth.contract.safety.Chest;
import dev.plinth.contract.safety.Keyword;
import dev.plinth.contract.safety.Member;
import dev.plinth.contract.safety.Notice;
import dev.plinth.contract.safety.Pin;
import dev.plinth.contract.safety.Topic;
import dev.plinth.contract.safety.Vault;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an application did not take away is not removed; what it did not mean is refused by name, before anything is sent. */
public abstract class GraphSafetyContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Board.class,
                Topic.class,
                Pin.class,
                Notice.class,
                Keyword.class,
                Member.class,
                Vault.class,
                Chest.class);
    }

    private long board(String name) {
        Board board = new Board(name);
        insert(board);
        store().takeWrites();
        return present(board.getId());
    }

    private static Board read(UnitOfWork uow, long id) {
        return uow.getById(Board.class, id);
    }

    private long count(Class<?> type) {
        return plinth().readResult(uow -> uow.count(Selection.of(type)));
    }

    private void refused(ThrowingCallable flush, ErrorCode code, String... parts) {
        store().takeWrites();
        assertThatThrownBy(flush)
                .isInstanceOf(EntityStateException.class)
                .satisfies(hasCode(code))
                .hasMessageContainingAll(parts);
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void whatASetNeverShowedIsNotRemoved() {
        long id = board("one");
        plinth().transact(uow -> {
            Board board = read(uow, id);
            assertThat(board.getTopics()).isEmpty();
            board.getTopics().add(new Topic("news", null));
            uow.flush();
            // equal to the one in the set: it cannot be shown beside it
            Topic other = uow.insert(new Topic("news", board));
            uow.flush();
            assertThat(board.getTopics()).hasSize(1);
            board.setName("two");
            uow.flush();
            other.setTitle("other");
            uow.flush();
        });
        assertThat(count(Topic.class)).isEqualTo(2);
        plinth().read(uow -> assertThat(read(uow, id).getTopics()).hasSize(2));
    }

    @Test
    void whatAMapNeverShowedIsNotRemoved() {
        long id = board("one");
        plinth().transact(uow -> {
            Board board = read(uow, id);
            assertThat(board.getPins()).isEmpty();
            Pin first = new Pin("a", board);
            board.getPins().put("a", first);
            uow.flush();
            Pin second = uow.insert(new Pin("a", board));
            uow.flush();
            assertThat(board.getPins().get("a")).isSameAs(first);
            board.setName("two");
            uow.flush();
            second.setSlot("b");
            uow.flush();
        });
        plinth().read(uow -> assertThat(read(uow, id).getPins()).containsOnlyKeys("a", "b"));
    }

    @Test
    void membersThatBecomeEqualStay() {
        long id = board("one");
        plinth().transact(uow -> {
            Board board = read(uow, id);
            board.getTopics().add(new Topic("a", null));
            board.getTopics().add(new Topic("b", null));
            board.getPins().put("a", new Pin("a", null));
            board.getPins().put("b", new Pin("b", null));
        });
        plinth().transact(uow -> {
            Board board = read(uow, id);
            assertThat(board.getTopics()).hasSize(2);
            board.getTopics().forEach(topic -> topic.setTitle("same"));
            assertThat(board.getPins()).hasSize(2);
            board.getPins().values().forEach(pin -> pin.setSlot("same"));
            uow.flush();
            uow.insert(new Topic("more", board));
            uow.insert(new Pin("more", board));
            uow.flush();
            board.setName("two");
            uow.flush();
        });
        assertThat(count(Topic.class)).isEqualTo(3);
        assertThat(count(Pin.class)).isEqualTo(3);
    }

    @Test
    void oneOfTwoThatBecameEqualLeavesAlone() {
        long id = board("one");
        long other = board("other");
        plinth().transact(uow -> {
            read(uow, id).getTopics().add(new Topic("a", null));
            read(uow, id).getTopics().add(new Topic("b", null));
        });
        plinth().transact(uow -> {
            Board board = read(uow, id);
            List<Topic> topics = List.copyOf(board.getTopics());
            topics.forEach(topic -> topic.setTitle("same"));
            topics.get(1).setBoard(read(uow, other));
            uow.flush();
            assertThat(board.getTopics()).hasSize(1).first().isSameAs(topics.get(0));
            board.setName("two");
        });
        assertThat(count(Topic.class)).isEqualTo(2);
        plinth().read(uow -> assertThat(read(uow, other).getTopics()).hasSize(1));
    }

    @Test
    void aCopyOfAnObjectOfTheUnitOfWorkIsRefusedWhereItBelongs() {
        long id = board("one");
        plinth().transact(uow -> {
            read(uow, id).getTopics().add(new Topic("a", null));
            read(uow, id).getPins().put("a", new Pin("a", null));
            read(uow, id).getNotices().add(new Notice("a", null));
            read(uow, id).setChair(new Member("ada"));
        });
        Board copy = plinth().readResult(uow -> {
            Board board = read(uow, id);
            uow.fetch(FetchPlan.of(Board.class, "topics", "pins", "notices", "chair"), List.of(board));
            return board;
        });
        Topic topic = copy.getTopics().iterator().next();
        Pin pin = present(copy.getPins().get("a"));
        Notice notice = copy.getNotices().get(0);
        Member chair = present(copy.getChair());
        topic.setTitle("edited");
        pin.setSlot("edited");
        notice.setText("edited");
        chair.setName("edited");
        refused(
                () -> plinth().transact(uow -> {
                    Set<Topic> topics = read(uow, id).getTopics();
                    topics.clear();
                    topics.add(topic);
                }),
                ErrorCode.ENTITY_CONFLICT,
                "another object with the id of 'Topic " + topic.getId() + "'",
                "'topics' of 'Board " + id + "'",
                "Copy the changes to that one");
        refused(
                () -> plinth().transact(uow -> read(uow, id).getPins().put("a", pin)),
                ErrorCode.ENTITY_CONFLICT,
                "'Pin " + pin.getId() + "'");
        refused(
                () -> plinth().transact(uow -> read(uow, id).getNotices().set(0, notice)),
                ErrorCode.ENTITY_CONFLICT,
                "'Notice " + notice.getId() + "'");
        refused(
                () -> plinth().transact(uow -> {
                    uow.getById(Member.class, present(chair.getId()));
                    read(uow, id).setChair(chair);
                }),
                ErrorCode.ENTITY_CONFLICT,
                "'Member " + chair.getId() + "'",
                "'chair'");
        // only its id is used
        plinth().transact(uow -> {
            uow.getById(Member.class, present(chair.getId()));
            read(uow, id).setGuest(chair);
        });
        plinth().read(uow ->
                assertThat(present(read(uow, id).getGuest()).getName()).isEqualTo("ada"));
    }

    private Vault vault() {
        Vault vault = new Vault();
        vault.getChests().add(new Chest("gold", vault));
        vault.setKeeper(new Member("ada"));
        insert(vault);
        return vault;
    }

    @Test
    void aSoftDeleteLeavesWhatCannotBeMarkedUnderTheHiddenParent() {
        long id = present(vault().getId());
        plinth().transact(uow -> uow.remove(uow.getById(Vault.class, id)));
        assertThat(count(Vault.class)).isZero();
        assertThat(count(Chest.class)).isEqualTo(1);
        assertThat(count(Member.class)).isEqualTo(1);
        plinth().transact(uow -> uow.restore(Vault.class, id));
        plinth().read(uow -> {
            Vault vault = uow.getById(Vault.class, id);
            assertThat(vault.getChests()).extracting(Chest::getContent).containsExactly("gold");
            assertThat(present(vault.getKeeper()).getName()).isEqualTo("ada");
        });
    }

    @Test
    void aPurgeDeletesWhatStayedUnderTheHiddenParent() {
        long id = present(vault().getId());
        plinth().transact(uow -> uow.remove(uow.getById(Vault.class, id)));
        plinth().transact(uow -> uow.purge(Vault.class, id));
        plinth().read(uow -> assertThat(uow.count(Selection.of(Vault.class).deleted(Deleted.INCLUDED)))
                .isZero());
        assertThat(count(Chest.class)).isZero();
        assertThat(count(Member.class)).isZero();
    }

    @Test
    void whatLeavesAParentThatCouldBeMarkedIsDeletedWhereItCannotBe() {
        long id = present(vault().getId());
        plinth().transact(uow -> {
            Vault vault = uow.getById(Vault.class, id);
            vault.getChests().clear();
        });
        assertThat(count(Chest.class)).isZero();
        assertThat(count(Vault.class)).isEqualTo(1);
    }

    @Test
    void aNewChildOfASoftDeletedParentIsRefused() {
        requires(Capability.ATOMIC_COMMIT);
        long id = present(vault().getId());
        refused(
                () -> plinth().transact(uow -> {
                    Vault vault = uow.getById(Vault.class, id);
                    assertThat(vault.getChests()).hasSize(1);
                    uow.remove(vault);
                    uow.flush();
                    store().takeWrites();
                    vault.getChests().add(new Chest("silver", null));
                }),
                ErrorCode.ENTITY_STATE,
                "'chests' of 'Vault " + id + "'",
                "soft-deleted",
                "Restore it first");
        Selection<Vault> all = Selection.of(Vault.class).deleted(Deleted.INCLUDED);
        plinth().transact(uow -> uow.remove(uow.getById(Vault.class, id)));
        refused(
                () -> plinth().transact(uow -> uow.find(all).get(0).getChests().add(new Chest("silver", null))),
                ErrorCode.ENTITY_STATE,
                "Restore it first");
        plinth().transact(uow -> {
            Vault vault = uow.restore(Vault.class, id);
            vault.getChests().add(new Chest("silver", null));
        });
        assertThat(count(Chest.class)).isEqualTo(2);
    }

    private long withNotices() {
        Board board = new Board("one");
        for (String text : List.of("a", "b", "c")) {
            board.getNotices().add(new Notice(text, null));
        }
        insert(board);
        return present(board.getId());
    }

    private static Board limited(UnitOfWork uow) {
        return uow.find(Selection.of(Board.class)
                        .fetch(FetchPlan.<Board>of(Board::getNotices).limit(1, Order.by(List.of()))))
                .get(0);
    }

    @Test
    void aPartIsNotTakenForTheWhole() {
        long id = withNotices();
        refused(
                () -> plinth().transact(uow -> {
                    Board board = limited(uow);
                    board.setNotices(new ArrayList<>(board.getNotices()));
                }),
                ErrorCode.ENTITY_STATE,
                "'notices' of 'Board " + id + "'",
                "limit",
                "Load it whole");
        assertThat(count(Notice.class)).isEqualTo(3);
    }

    @Test
    void aPartThatIsLoadedWholeLaterMayBeReplaced() {
        withNotices();
        plinth().transact(uow -> {
            Board board = limited(uow);
            uow.fetch(FetchPlan.of(Board::getNotices), List.of(board));
            board.setNotices(new ArrayList<>(board.getNotices().subList(0, 2)));
        });
        assertThat(count(Notice.class)).isEqualTo(2);
        plinth().transact(uow -> {
            Board board = limited(uow);
            uow.refresh(board);
            board.setNotices(new ArrayList<>());
        });
        assertThat(count(Notice.class)).isZero();
    }

    @Test
    void aRemovedChildLeavesTheCollectionsThatHoldIt() {
        long id = withNotices();
        plinth().transact(uow -> {
            Board board = read(uow, id);
            board.getTopics().add(new Topic("a", null));
            board.getTopics().add(new Topic("b", null));
            board.getPins().put("a", new Pin("a", null));
            board.getPins().put("b", new Pin("b", null));
            board.getKeywords().add(new Keyword("k", "red"));
        });
        plinth().transact(uow -> {
            Board board = read(uow, id);
            assertThat(board.getNotices()).hasSize(3);
            assertThat(board.getTopics()).hasSize(2);
            assertThat(board.getPins()).hasSize(2);
            assertThat(board.getKeywords()).hasSize(1);
            uow.remove(board.getNotices().get(0));
            uow.removeAll(board.getTopics());
            uow.remove(present(board.getPins().get("a")));
            uow.remove(board.getKeywords().iterator().next());
            uow.flush();
            assertThat(board.getNotices()).hasSize(2);
            assertThat(board.getTopics()).isEmpty();
            assertThat(board.getPins()).containsOnlyKeys("b");
            assertThat(board.getKeywords()).isEmpty();
            uow.removeAll(board.getNotices());
            assertThat(uow.find(Selection.of(Notice.class))).isEmpty();
            assertThat(board.getNotices()).isEmpty();
        });
        assertThat(count(Notice.class)).isZero();
        assertThat(count(Topic.class)).isZero();
        assertThat(count(Pin.class)).isEqualTo(1);
        assertThat(count(Keyword.class)).isZero();
    }

    @Test
    void whatHasNoVersionAndAnIdOfItsOwnIsLookedForBeforeItIsInserted() {
        Board board = new Board("one");
        board.getKeywords().add(new Keyword("red", "red"));
        board.getKeywords().add(new Keyword("blue", "blue"));
        insert(board);
        Board detached = plinth().readResult(uow -> {
            Board read = read(uow, present(board.getId()));
            assertThat(read.getKeywords()).hasSize(2);
            return read;
        });
        detached.setName("two");
        detached.getKeywords().forEach(keyword -> keyword.setColor("changed"));
        detached.getKeywords().removeIf(keyword -> keyword.getName().equals("blue"));
        detached.getKeywords().add(new Keyword("green", "green"));
        plinth().transact(uow -> {
            uow.update(detached);
            uow.flush();
            detached.setName("three");
            uow.flush();
        });
        plinth().read(uow -> {
            Board read = read(uow, present(board.getId()));
            assertThat(read.getName()).isEqualTo("three");
            assertThat(read.getKeywords()).extracting(Keyword::getName).containsExactlyInAnyOrder("red", "green");
            assertThat(read.getKeywords()).extracting(Keyword::getColor).containsExactlyInAnyOrder("red", "green");
        });
        plinth().transact(uow -> {
            detached.getKeywords().clear();
            uow.update(detached);
        });
        plinth().read(uow ->
                assertThat(read(uow, present(board.getId())).getKeywords()).isEmpty());
    }

    @Test
    void whatIsReferredToAndNotTrackedMayBeTakenOutAgain() {
        insert(new Keyword("red", "red"));
        long id = board("one");
        plinth().transact(uow -> {
            Board board = read(uow, id);
            board.getKeywords().add(new Keyword("red", "other"));
            uow.flush();
            board.getKeywords().clear();
            uow.flush();
        });
        plinth().read(uow -> assertThat(read(uow, id).getKeywords()).isEmpty());
        assertThat(count(Keyword.class)).isEqualTo(1);
    }

    @Test
    void lookingForWhatIsAmbiguousIsOneMoreStatement() {
        // a block of ids is at hand
        withNotices();
        insert(new Keyword("red", "red"));
        Set<Keyword> keywords = new HashSet<>();
        for (String name : List.of("red", "blue", "green")) {
            keywords.add(new Keyword(name, name));
        }
        Board board = new Board("one");
        board.getKeywords().addAll(keywords);
        Board other = new Board("other");
        other.getKeywords().addAll(keywords);
        plinth().transact(uow -> {
            uow.insert(board);
            uow.insert(other);
            long first = cost(uow::plan).statements();
            assertThat(first).isEqualTo(1);
            store().takeWrites();
            uow.flush();
            assertThat(takeWrites(Keyword.class)).hasSize(1);
            assertThat(cost(uow::flush).statements()).isZero();
        });
        assertThat(count(Keyword.class)).isEqualTo(3);
        plinth().transact(uow -> {
            Board clear = uow.insert(new Board("without"));
            clear.getNotices().add(new Notice("a", null));
            assertThat(cost(uow::plan).statements()).isZero();
        });
    }
}
