package org.openstall.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads jte templates for words that people would see and that no message bundle translates. */
final class Templates {
    private static final Set<String> SPOKEN_ATTRIBUTES =
            Set.of("title", "aria-label", "placeholder", "alt", "label", "aria-description", "data-confirm");
    private static final Set<String> NAMES = Set.of("Openstall", "GTIN", "SKU");
    /** What stands in these is typed as it is, in any language. */
    private static final Pattern CODE = Pattern.compile("(?s)<(code|kbd|pre)\\b[^>]*>.*?</\\1>");

    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}+.*|.*[\\uAC00-\\uD7A3\\u4E00-\\u9FFF].*");

    private final String template;
    private final List<String> words = new ArrayList<>();
    private int at;

    private Templates(String template) {
        this.template = template;
    }

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(it -> it.toString().endsWith(".jte")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words written out in a template, as a person would read them. */
    static List<String> hardCoded(String template) {
        String bare = template.replaceAll("(?s)<%--.*?--%>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?m)^@(import|param) .*$", "");
        Templates reading = new Templates(CODE.matcher(bare).replaceAll(" "));
        reading.html();
        return reading.words;
    }

    /** HTML, up to the end of the template or of the content block it stands in. */
    private void html() {
        StringBuilder text = new StringBuilder();
        while (at < template.length() && template.charAt(at) != '`') {
            if (skippedCode()) {
                text.append(' ');
            } else if (template.charAt(at) == '<') {
                tag();
                text.append(' ');
            } else {
                text.append(template.charAt(at++));
            }
        }
        report(text.toString());
    }

    private void tag() {
        at++;
        String attribute = "";
        StringBuilder name = new StringBuilder();
        while (at < template.length() && template.charAt(at) != '>') {
            char here = template.charAt(at);
            if (skippedCode()) {
                continue;
            }
            at++;
            if (here == '=') {
                attribute = name.toString();
            } else if (here == '"' || here == '\'') {
                value(here, SPOKEN_ATTRIBUTES.contains(attribute));
            } else if (Character.isWhitespace(here)) {
                name.setLength(0);
            } else {
                name.append(here);
            }
        }
        at++;
    }

    private void value(char quote, boolean spoken) {
        StringBuilder text = new StringBuilder();
        while (at < template.length() && template.charAt(at) != quote) {
            if (!skippedCode()) {
                text.append(template.charAt(at++));
            }
        }
        at++;
        if (spoken) {
            report(text.toString());
        }
    }

    /** Moves over an expression or a keyword of jte, if one begins here. */
    private boolean skippedCode() {
        for (String opening : List.of("${", "!{", "$unsafe{")) {
            if (template.startsWith(opening, at)) {
                at += opening.length();
                java('{', '}');
                return true;
            }
        }
        if (template.charAt(at) != '@' || at + 1 == template.length() || !Character.isLetter(template.charAt(at + 1))) {
            return false;
        }
        at++;
        while (at < template.length()
                && (Character.isLetterOrDigit(template.charAt(at)) || ".-_".indexOf(template.charAt(at)) >= 0)) {
            at++;
        }
        if (at < template.length() && template.charAt(at) == '(') {
            at++;
            java('(', ')');
        }
        return true;
    }

    /** Java up to the closing bracket; content blocks in it are HTML again. */
    private void java(char opening, char closing) {
        int depth = 1;
        while (at < template.length() && depth > 0) {
            char here = template.charAt(at++);
            if (here == '"') {
                literal();
            } else if (here == '@' && template.charAt(at) == '`') {
                at++;
                html();
                at++;
            } else if (here == '\'') {
                at += template.charAt(at) == '\\' ? 3 : 2;
            } else if (here == opening) {
                depth++;
            } else if (here == closing) {
                depth--;
            }
        }
    }

    private void literal() {
        int start = at;
        while (template.charAt(at) != '"') {
            at += template.charAt(at) == '\\' ? 2 : 1;
        }
        String text = template.substring(start, at++);
        if (SENTENCE.matcher(text).matches()) {
            words.add(text);
        }
    }

    private void report(String text) {
        WORD.matcher(ENTITY.matcher(text).replaceAll(" "))
                .results()
                .map(it -> it.group())
                .filter(it -> !NAMES.contains(it))
                .forEach(words::add);
    }
}
