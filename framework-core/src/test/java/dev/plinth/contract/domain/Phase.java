package dev.plinth.contract.domain;

/** An enum of constants that have bodies, and so classes of their own. */
public enum Phase {
    PLANNED {
        @Override
        public boolean isOver() {
            return false;
        }
    },
    DONE {
        @Override
        public boolean isOver() {
            return true;
        }
    };

    public abstract boolean isOver();
}
