package org.openstall.pages;

/** Tells a person that something did not work, why, and what to do now. */
public record ErrorPage(Kind kind, int status) implements View {

    /** What went wrong, as far as the person is concerned. */
    public enum Kind {
        NOT_FOUND("signpost-split"),
        EXPIRED("hourglass-bottom"),
        CHANGED_MEANWHILE("people"),
        OTHER_MARKETPLACE("globe-americas"),
        TOO_LARGE("file-earmark-x"),
        NOT_UNDERSTOOD("question-circle"),
        BROKEN("tools");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    static ErrorPage of(int status) {
        Kind kind =
                switch (status) {
                    case 403 -> Kind.EXPIRED;
                    case 404 -> Kind.NOT_FOUND;
                    case 409 -> Kind.CHANGED_MEANWHILE;
                    case 413 -> Kind.TOO_LARGE;
                    default -> status < 500 ? Kind.NOT_UNDERSTOOD : Kind.BROKEN;
                };
        return new ErrorPage(kind, status);
    }
}
