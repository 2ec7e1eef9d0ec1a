package org.openstall.pages;

import java.util.List;
import java.util.stream.IntStream;
import org.openstall.kernel.NotYours;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help of the desks, also for who does not sell in the marketplace chosen. */
@Controller
class HelpController {
    private final List<Desk> desks;
    private final Marketplaces marketplaces;
    private final Texts texts;

    HelpController(List<Desk> desks, Marketplaces marketplaces, Texts texts) {
        this.desks = desks;
        this.marketplaces = marketplaces;
        this.texts = texts;
    }

    @GetMapping("/seller/help")
    View sellers() {
        return new HelpPage(desk("/seller"));
    }

    @GetMapping("/seller/help/{topic}")
    View sellers(@PathVariable String topic, Visitor visitor) {
        return page(desk("/seller"), topic, visitor);
    }

    @GetMapping("/operator/help")
    View operators() {
        return new HelpPage(desk("/operator"));
    }

    @GetMapping("/operator/help/{topic}")
    View operators(@PathVariable String topic, Visitor visitor) {
        return page(desk("/operator"), topic, visitor);
    }

    private Desk desk(String home) {
        return desks.stream().filter(it -> it.home().equals(home)).findFirst().orElseThrow();
    }

    private View page(Desk desk, String name, Visitor visitor) {
        for (Desk.Item item : desk.items()) {
            for (Desk.Topic topic : item.topics()) {
                if (topic.name().equals(name)) {
                    List<HelpTopicPage.Section> sections = topic.sections().stream()
                            .map(it -> section(desk.key(topic), it))
                            .toList();
                    return new HelpTopicPage(
                            desk,
                            item,
                            topic,
                            sections,
                            marketplaces.policies(visitor.marketplace().id()),
                            sections.stream()
                                    .flatMap(HelpTopicPage.Section::keys)
                                    .anyMatch(it -> texts.pattern(visitor.language(), it)
                                            .contains('[' + HelpPiece.POLICY)));
                }
            }
        }
        throw new NotYours("No help on " + name);
    }

    private HelpTopicPage.Section section(String topic, String name) {
        String heading = topic + '.' + name;
        return new HelpTopicPage.Section(
                name,
                heading,
                numbered(heading + ".text."),
                numbered(heading + ".step."),
                numbered(heading + ".point."));
    }

    /** The keys that there are with a number at their end, from 1. */
    private List<String> numbered(String key) {
        return IntStream.iterate(1, it -> it + 1)
                .mapToObj(it -> key + it)
                .takeWhile(texts::has)
                .toList();
    }
}
