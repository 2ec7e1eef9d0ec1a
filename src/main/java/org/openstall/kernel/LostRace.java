package org.openstall.kernel;

/**
 * Somebody else moved the same thing first: a conditional update found nothing to change. The transaction is
 * rolled back; the page tells the person that the thing has changed and shows it as it is now.
 */
public class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LostRace(String message) {
        super(message);
    }

    /** Insists that a conditional update changed exactly one row. */
    public static void unlessOne(int rows, String message) {
        if (rows != 1) {
            throw new LostRace(message);
        }
    }
}
