package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTests {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern USE = Pattern.compile("(?:\\bt|saying|warning)\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern HANGUL = Pattern.compile("[\\uAC00-\\uD7A3]");
    private static final Pattern CHINESE = Pattern.compile("[\\u4E00-\\u9FFF]");

    private final Texts texts = new Texts();

    @Test
    void every_text_exists_in_every_language() {
        Set<String> english = texts.keys(Language.ENGLISH);

        assertThat(english).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(texts.keys(language)).as(language.ownName()).isEqualTo(english);
        }
    }

    @Test
    void a_text_takes_the_same_arguments_in_every_language() {
        for (String key : texts.keys(Language.ENGLISH)) {
            Set<String> expected = arguments(texts.pattern(Language.ENGLISH, key));
            for (Language language : Language.values()) {
                assertThat(arguments(texts.pattern(language, key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(expected);
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_text_is_well_formed_and_not_empty() {
        for (Language language : Language.values()) {
            for (String key : texts.keys(language)) {
                String pattern = texts.pattern(language, key);
                assertThat(pattern).as(key).isNotBlank();
                assertThat(new MessageFormat(pattern.replace("'", "''"), language.locale()))
                        .isNotNull();
            }
        }
    }

    @Test
    void no_language_borrows_the_words_of_another() {
        for (String key : texts.keys(Language.ENGLISH)) {
            assertThat(texts.pattern(Language.ENGLISH, key)).as(key).doesNotContainPattern(HANGUL);
            assertThat(texts.pattern(Language.ENGLISH, key)).as(key).doesNotContainPattern(CHINESE);
            assertThat(texts.pattern(Language.KOREAN, key)).as(key).doesNotContainPattern(CHINESE);
            assertThat(texts.pattern(Language.TRADITIONAL_CHINESE, key)).as(key).doesNotContainPattern(HANGUL);
        }
    }

    @Test
    void an_apostrophe_is_an_apostrophe_with_and_without_arguments() {
        assertThat(texts.text(Language.ENGLISH, "frame.ago", "Omar's 5 min")).isEqualTo("Omar's 5 min ago");
        assertThat(texts.text(Language.ENGLISH, "frame.cart.count", 2)).isEqualTo("Cart, 2 items");
        assertThat(texts.text(Language.KOREAN, "frame.cart.count", 0)).isEqualTo("장바구니, 비어 있음");
    }

    @Test
    void plain_places_are_filled_as_a_message_format_would_fill_them() {
        Object[] arguments = {"<b>'{1}'</b>", 999, 1_000L, -7, 1.5, BigDecimal.TEN, null, Language.KOREAN, 0L};
        for (Language language : Language.values()) {
            for (int i = 0; i < arguments.length; i++) {
                for (String pattern :
                        List.of("{" + i + "}", "a {" + i + "} it's {0}", "{" + i + "}{9}", "{8}{" + i + "}")) {
                    assertThat(new TextPattern(pattern, language.locale()).fill(arguments))
                            .as("%s in %s", pattern, language)
                            .isEqualTo(
                                    new MessageFormat(pattern.replace("'", "''"), language.locale()).format(arguments));
                }
            }
        }
    }

    @Test
    void every_text_that_is_asked_for_exists() throws IOException {
        Set<String> known = texts.keys(Language.ENGLISH);
        Map<String, String> missing = new TreeMap<>();
        for (Path file : sources()) {
            USE.matcher(Templates.read(file))
                    .results()
                    .map(it -> it.group(1))
                    .filter(key -> !known.contains(key) && !isBeginning(key, known))
                    .forEach(key -> missing.put(key, file.toString()));
        }
        assertThat(missing).isEmpty();
    }

    /** Texts of constants are asked for by what their keys begin with. */
    private static boolean isBeginning(String key, Set<String> known) {
        String beginning = key.endsWith(".") || key.endsWith("-") ? key : key + '.';
        return known.stream().anyMatch(it -> it.startsWith(beginning));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(Templates.all());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java"))
                    .forEach(sources::add);
        }
        return sources;
    }

    @Test
    void templates_leave_all_words_to_the_bundles() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : Templates.all()) {
            List<String> words = Templates.hardCoded(Templates.read(file).replaceAll("(?s)<style>.*?</style>", ""));
            if (!words.isEmpty()) {
                found.put(file.toString(), words);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void words_in_a_template_are_found_wherever_they_hide() {
        assertThat(Templates.hardCoded("""
                @import org.openstall.pages.Frame
                @param Frame frame
                <%-- a note to the reader --%>
                @template.layout.shop(frame = frame, title = "Your cart", content = @`
                    @if(frame.cartCount() > 0 && "x".equals(frame.path()))
                        <p class="quiet" title="Hint ${frame.path()}">&middot; Empty ${frame.t("frame.cart")}</p>
                        <img alt="" src="/a.svg" class="${frame.path().equals("}") ? "a b" : "c"}">
                    @else
                        <code>bin/run --help</code>
                        ${frame.isSignedIn() ? "Welcome" : "btn btn-primary"}
                    @endif
                `)
                """)).containsExactlyInAnyOrder("Your cart", "Hint", "Empty", "Welcome");
    }

    @Test
    void nothing_in_a_template_needs_inline_script_or_style() {
        for (Path file : Templates.all()) {
            if (file.endsWith("notifications/Letter.jte")) {
                continue; // A mail: mail programs know no other style.
            }
            String template = Templates.read(file);
            List<String> inline = Pattern.compile(
                            "\\s(style|on[a-z]+|hx-on[:a-z-]*)=\"|<style|<script(?![^>]*\\ssrc=)|javascript:")
                    .matcher(template)
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(inline).as(file.toString()).isEmpty();
        }
    }
}
