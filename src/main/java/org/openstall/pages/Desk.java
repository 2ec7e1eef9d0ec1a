package org.openstall.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A desk's frame: its name, where it begins, where its search goes, the navigation by task, and with each task the
 * help on it.
 *
 * @param name key of the text that names it
 * @param home path of its first page
 * @param search path that takes the search box's {@code q}
 * @param searchHint key of the text in the empty search box
 * @param limits numbers that the program sets and help tells, by the name that texts have for them
 */
public record Desk(
        String name, String home, String search, String searchHint, List<Item> items, Map<String, Long> limits) {

    public Desk {
        items = List.copyOf(items);
        limits = Map.copyOf(limits);
    }

    /**
     * One line of the navigation: key of its text, where it leads, its icon, and the help on the pages there and below:
     * first the topic on all of them, then those on some.
     */
    public record Item(String label, String path, String icon, List<Topic> topics) {

        public Item {
            topics = List.copyOf(topics);
        }

        public Item(String label, String path, String icon, Topic topic, Topic... more) {
            this(
                    label,
                    path,
                    icon,
                    Stream.concat(Stream.of(topic), Arrays.stream(more)).toList());
        }

        /** The topic on a page of this item, the most particular one first. */
        private Topic topicOn(String page) {
            return topics.stream()
                    .filter(it -> it.below() != null && LocalPath.isAt(page, path + it.below()))
                    .max(Comparator.comparingInt(
                            it -> String.valueOf(it.below()).length()))
                    .orElse(topics.getFirst());
        }
    }

    /**
     * What help has to say on one thing. Its texts are below {@code help.<desk>.<name>}.
     *
     * @param name how it is called in its address
     * @param below where its pages lie below the item's path; null if no page is about this alone
     * @param sections their names in addresses and in keys of texts, in their order
     */
    public record Topic(String name, @Nullable String below, List<String> sections) {

        public Topic {
            sections = List.copyOf(sections);
        }

        /** On all pages of the item that no other topic is on. */
        public static Topic of(String name, String... sections) {
            return new Topic(name, "", List.of(sections));
        }

        /** On the pages at a path below the item's. */
        public static Topic below(String path, String name, String... sections) {
            return new Topic(name, path, List.of(sections));
        }

        /** On no page alone: the list of topics and other topics lead to it. */
        public static Topic apart(String name, String... sections) {
            return new Topic(name, null, List.of(sections));
        }
    }

    /** Where the list of topics is. */
    public String help() {
        return home + "/help";
    }

    public String help(Topic topic) {
        return help() + '/' + topic.name();
    }

    /** What the keys of a topic's texts begin with; by itself, its title. */
    public String key(Topic topic) {
        return "help" + home.replace('/', '.') + '.' + topic.name();
    }

    /** Where help on a page is: at the section named as the page is, if there is one. */
    String helpOn(String path) {
        return current(path)
                .map(item -> {
                    Topic topic = item.topicOn(path);
                    String rest = path.substring(path.lastIndexOf('/') + 1);
                    return topic.sections().contains(rest) ? help(topic) + '#' + rest : help(topic);
                })
                .orElse(help());
    }

    /** The item under whose path the page lies, the most particular one first; none for help itself. */
    private Optional<Item> current(String path) {
        return items.stream()
                .filter(it -> LocalPath.isAt(path, it.path()) && !LocalPath.isAt(path, help()))
                .max(Comparator.comparingInt(it -> it.path().length()));
    }

    boolean isCurrent(Item item, String path) {
        return current(path).filter(item::equals).isPresent();
    }
}
