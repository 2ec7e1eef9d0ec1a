package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.feeds.Feed;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.FeedState;
import org.openstall.feeds.Feeds;
import org.openstall.feeds.Finding;
import org.openstall.feeds.Issue;
import org.openstall.kernel.Page;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.shipping.Carrier;

/**
 * How a file stands, with what is to be said of its rows.
 *
 * @param twin an earlier file with the same content that went live
 */
public record FileStatus(FileRow row, @Nullable Feed twin, Page<Issue> issues) implements View {
    /** Of the columns that are not used, how many are named at once. */
    public static final int COLUMNS_NAMED = 10;

    /** In the order in which files keep them. */
    private static final List<String> LANGUAGES = List.of("en", "ko", "zh");

    public Feed feed() {
        return row.feed();
    }

    /** Whether the rows are about orders and not about offers. */
    public boolean isAboutOrders() {
        return feed().kind() == FeedKind.ORDER_FULFILMENT;
    }

    /** Whether there is a report for programs that have sent the JSON listings feed. */
    public boolean hasJsonReport() {
        return feed().kind() == FeedKind.LISTINGS_JSON && feed().state().isOver();
    }

    public boolean isDone() {
        return feed().state() == FeedState.DONE;
    }

    public boolean canBeCancelled() {
        return feed().state() == FeedState.QUEUED || feed().state() == FeedState.WAITING;
    }

    public static boolean isError(Issue issue) {
        return issue.finding().severity() == Finding.Severity.ERROR;
    }

    /** What is to be said of a row, in the words of the reader's language. */
    public static String message(Issue issue, Frame frame) {
        return frame.t(
                "desk.feed.finding." + Names.key(issue.finding()),
                arguments(issue, frame.language().locale(), frame::t, frame::carrier));
    }

    /** Some arguments are themselves keys of texts or names of carriers, or there is one for each language. */
    static Object[] arguments(
            Issue issue,
            Locale language,
            BiFunction<String, Object[], String> text,
            Function<Carrier, String> carrier) {
        List<String> arguments = issue.arguments();
        return switch (issue.finding()) {
            case NOTE_REFUSED, NOTE_ADVICE, PAGE_FIELD ->
                Stream.concat(
                                Stream.of(arguments.getFirst()),
                                arguments.stream().skip(1).map(it -> text.apply(it, new Object[0])))
                        .toArray();
            case PAGE_ATTRIBUTE -> {
                int each = (arguments.size() - 1) / LANGUAGES.size();
                int from = 1 + Math.max(LANGUAGES.indexOf(language.getLanguage()), 0) * each;
                Object[] own = arguments.subList(from, from + each).toArray();
                yield new Object[] {text.apply(arguments.getFirst(), own)};
            }
            case CARRIER_AMBIGUOUS, TRACKING_NUMBER_LENGTH, TRACKING_NUMBER_FORM, TRACKING_NUMBER_CHECK_DIGIT ->
                Stream.concat(
                                Stream.of(carriers(arguments.getFirst(), carrier)),
                                arguments.stream().skip(1))
                        .toArray();
            default -> arguments.toArray();
        };
    }

    private static String carriers(String titles, Function<Carrier, String> carrier) {
        return Arrays.stream(titles.split(", "))
                .map(it -> Carrier.named(it).map(carrier).orElse(it))
                .collect(Collectors.joining(", "));
    }

    /** What the file was read in, for people. */
    public String encoding(Frame frame) {
        String name = feed().encoding();
        return Feeds.encodings().contains(name)
                ? frame.t("desk.files.encoding." + name.toLowerCase(Locale.ROOT))
                : name;
    }

    /** Why nothing came of the file. */
    public String failure(Frame frame) {
        return frame.t(
                "desk.feed.failure."
                        + String.valueOf(feed().reason())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                feed().reasonArguments().toArray());
    }
}
