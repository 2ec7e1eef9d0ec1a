package org.openstall.pages;

import java.util.List;
import java.util.stream.Stream;
import org.openstall.marketplaces.Policies;

/**
 * One topic of a desk's help.
 *
 * @param policies those of the marketplace that the visitor has chosen
 * @param tellsPolicies whether a text tells one of them
 */
public record HelpTopicPage(
        Desk desk, Desk.Item item, Desk.Topic topic, List<Section> sections, Policies policies, boolean tellsPolicies)
        implements View {

    public HelpTopicPage {
        sections = List.copyOf(sections);
    }

    /**
     * A part of it: a heading, perhaps a paragraph, steps in their order, points in any.
     *
     * @param heading the heading's key
     * @param paragraphs keys of texts, as are steps and points
     */
    public record Section(
            String name, String heading, List<String> paragraphs, List<String> steps, List<String> points) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
            steps = List.copyOf(steps);
            points = List.copyOf(points);
        }

        Stream<String> keys() {
            return Stream.of(paragraphs, steps, points).flatMap(List::stream);
        }
    }

    public String title() {
        return desk.key(topic);
    }

    public String lead() {
        return title() + ".lead";
    }

    public List<HelpPiece> read(Frame frame, String key) {
        return HelpPiece.of(frame.t(key), frame, policies, desk);
    }
}
