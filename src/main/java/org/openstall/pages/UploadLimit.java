package org.openstall.pages;

/** How many bytes may be sent to a path that takes more than pages usually do; make it a bean. */
public record UploadLimit(String path, long bytes) {
    /** What may be sent anywhere else. */
    static final long USUAL = 32L << 20;
}
