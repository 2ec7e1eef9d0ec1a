package org.openstall.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it becomes text and HTML.
 *
 * @param preview what mail programs show beside the subject
 */
public record Letter(
        String language, String subject, String preview, String title, List<Block> blocks, List<String> footer) {

    public Letter {
        blocks = List.copyOf(blocks);
        footer = List.copyOf(footer);
    }

    /** A part of it, one below the other. */
    public sealed interface Block {}

    public record Text(String text) implements Block {}

    /** What must not be overlooked. */
    public record Notice(String text) implements Block {}

    public record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    public record Fact(String name, String value) {}

    /** What was ordered, and what it comes to. */
    public record Items(List<Item> items, List<Fact> sums) implements Block {
        public Items {
            items = List.copyOf(items);
            sums = List.copyOf(sums);
        }
    }

    /** {@code amount} is null where money is nobody's business. */
    public record Item(String title, String note, @Nullable String amount) {}

    /** Some lines under a heading, as an address. */
    public record Lines(String heading, List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    public record Button(String label, String link) implements Block {}

    /** All of it as plain text. */
    String plain() {
        StringBuilder text =
                new StringBuilder(title).append('\n').append("=".repeat(8)).append("\n\n");
        for (Block block : blocks) {
            switch (block) {
                case Text it -> text.append(it.text()).append('\n');
                case Notice it -> text.append("* ").append(it.text()).append(" *\n");
                case Facts it -> it.facts().forEach(fact -> line(text, fact.name() + ": " + fact.value()));
                case Items it -> {
                    for (Item item : it.items()) {
                        line(text, "- " + item.title() + (item.amount() == null ? "" : "  " + item.amount()));
                        if (!item.note().isEmpty()) {
                            line(text, "  " + item.note());
                        }
                    }
                    it.sums().forEach(sum -> line(text, sum.name() + ": " + sum.value()));
                }
                case Lines it -> {
                    line(text, it.heading() + ":");
                    it.lines().forEach(each -> line(text, "  " + each));
                }
                case Button it ->
                    text.append(it.label()).append(":\n").append(it.link()).append('\n');
            }
            text.append('\n');
        }
        text.append("--\n");
        footer.forEach(it -> line(text, it));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
