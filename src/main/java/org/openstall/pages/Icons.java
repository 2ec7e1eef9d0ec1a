package org.openstall.pages;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bootstrap Icons as inline SVG, so that they take the colour of the text and need no request. */
final class Icons {
    private static final String FOLDER = "/META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";
    private static final Map<String, Content> ICONS = new ConcurrentHashMap<>();

    private Icons() {}

    /** @throws IllegalArgumentException if there is no icon of that name */
    static Content get(String name) {
        return ICONS.computeIfAbsent(name, Icons::read);
    }

    private static Content read(String name) {
        try (InputStream file = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (file == null) {
                throw new IllegalArgumentException("No icon " + name);
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
                    .replace("> <", "><")
                    .replaceFirst("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\" focusable=\"false\"")
                    .strip();
            return output -> output.writeContent(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
