package org.openstall.simulation;

/** Something to say with feedback. */
record Comment(Tone tone, String about, String text) {
    enum Tone {
        POSITIVE,
        NEUTRAL,
        NEGATIVE;

        static Tone of(int stars) {
            return stars >= 4 ? POSITIVE : stars == 3 ? NEUTRAL : NEGATIVE;
        }
    }
}
