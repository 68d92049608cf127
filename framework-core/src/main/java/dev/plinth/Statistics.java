package dev.plinth;

/**
 * What a Plinth has done since it was built. A snapshot.
 *
 * @param selects statements that read rows
 * @param inserts statements that wrote new rows; a batch is one statement
 * @param updates statements that changed rows; a batch is one statement
 * @param deletes statements that removed rows; a batch is one statement
 * @param others other statements: sequences, schema
 * @param batches how many of the statements were sent as a batch of several rows
 * @param rowsRead rows that were returned
 * @param rowsWritten rows that were sent
 * @param flushes flushes that had something to write
 * @param commits units of work that were committed
 * @param rollbacks units of work that were rolled back
 * @param conflicts stale versions that were found
 */
public record Statistics(
        long selects,
        long inserts,
        long updates,
        long deletes,
        long others,
        long batches,
        long rowsRead,
        long rowsWritten,
        long flushes,
        long commits,
        long rollbacks,
        long conflicts) {
    /**
     * All statements.
     *
     * @return the sum of all kinds
     */
    public long statements() {
        return selects + inserts + updates + deletes + others;
    }

    /**
     * What was done since an earlier snapshot.
     *
     * @param earlier an earlier snapshot of the same Plinth
     * @return the differences
     */
    public Statistics since(Statistics earlier) {
        return new Statistics(
                selects - earlier.selects,
                inserts - earlier.inserts,
                updates - earlier.updates,
                deletes - earlier.deletes,
                others - earlier.others,
                batches - earlier.batches,
                rowsRead - earlier.rowsRead,
                rowsWritten - earlier.rowsWritten,
                flushes - earlier.flushes,
                commits - earlier.commits,
                rollbacks - earlier.rollbacks,
                conflicts - earlier.conflicts);
    }
}
