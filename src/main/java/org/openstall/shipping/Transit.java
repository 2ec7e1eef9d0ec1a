package org.openstall.shipping;

/** Business days on the way, from the hand-over to the doorstep. */
public record Transit(int least, int most) {
    public static final int LONGEST = 60;
}
