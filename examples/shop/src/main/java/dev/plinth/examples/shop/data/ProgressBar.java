package dev.plinth.examples.shop.data;

import java.io.PrintStream;

/** Shows how far something is: as a bar that grows on a terminal, else as a line for each quarter. */
public final class ProgressBar {
    private static final int WIDTH = 40;
    private static final int QUARTERS = 4;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private int done;
    private int steps;

    public ProgressBar(PrintStream out, boolean terminal, String what, int total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    public synchronized void advance(int by) {
        done += by;
        int stepsNow = (int) ((long) done * (terminal ? WIDTH : QUARTERS) / total);
        if (stepsNow == steps) {
            return;
        }
        steps = stepsNow;
        String count = String.format("%,d of %,d %s", done, total, what);
        if (terminal) {
            out.print("\r  [" + "#".repeat(steps) + ".".repeat(WIDTH - steps) + "] " + count);
            if (done == total) {
                out.println();
            }
            out.flush();
        } else {
            out.println("  " + count);
        }
    }
}
