package org.openstall.shipping;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page at which a carrier not known here tells where a package is. Buyers are sent there, so it must be a page of
 * a public host, reached by https, without a name and password of somebody in it.
 */
public record TrackingLink(URI uri) {
    public static final int LONGEST = 300;
    private static final Pattern PUBLIC_HOST =
            Pattern.compile("(?:[\\p{Alnum}](?:[\\p{Alnum}-]*[\\p{Alnum}])?\\.)+[\\p{Alpha}][\\p{Alnum}-]*");

    public TrackingLink {
        if (!isFine(uri)) {
            throw new IllegalArgumentException("Not a link to a tracking page: " + uri);
        }
    }

    /** Empty if the text is no such link. */
    public static Optional<TrackingLink> read(String text) {
        try {
            URI uri = new URI(text.strip());
            return isFine(uri) ? Optional.of(new TrackingLink(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isFine(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && PUBLIC_HOST.matcher(uri.getHost()).matches()
                && uri.getUserInfo() == null
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && uri.toASCIIString().length() <= LONGEST;
    }

    @Override
    public String toString() {
        return uri.toASCIIString();
    }
}
