package dev.plinth.unitofwork;

/** How a reading unit of work treats what it reads. */
public enum ReadMode {
    /** One object per row: reading a row twice gives the same object. */
    TRACKED,
    /** A new object for each read: nothing is kept, for passing over many rows. */
    UNTRACKED
}
