package org.openstall.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;

/**
 * A piece of a help text: plain words, or what a reference in square brackets stands for, so that help says what the
 * desk says. {@code [desk.confirm.button]} is what a button or a message says, {@code [=desk.metric.now.cancel]} a text
 * taken over as if it were help's own, {@code [/seller/orders desk.nav.orders]} a link, {@code [policy.cancel-target]}
 * a number that the operator decides, and {@code [limit.templates]} one that the program sets.
 *
 * @param href where it leads; null if nowhere
 * @param quoted whether it is said on a page word by word
 */
public record HelpPiece(String text, @Nullable String href, boolean quoted) {
    static final Pattern REFERENCE = Pattern.compile("\\[([^\\]]+)]");
    static final String POLICY = "policy.";
    static final String LIMIT = "limit.";
    static final String TAKEN_OVER = "=";

    static List<HelpPiece> of(String text, Frame frame, Policies policies, Desk desk) {
        List<HelpPiece> pieces = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            pieces.add(plain(text.substring(from, matcher.start())));
            pieces.add(referred(matcher.group(1), frame, policies, desk));
            from = matcher.end();
        }
        pieces.add(plain(text.substring(from)));
        return pieces;
    }

    private static HelpPiece plain(String text) {
        return new HelpPiece(text, null, false);
    }

    private static HelpPiece referred(String reference, Frame frame, Policies policies, Desk desk) {
        if (reference.startsWith("/")) {
            String[] parts = reference.split(" ", 2);
            return new HelpPiece(frame.t(parts[1]), parts[0], false);
        }
        if (reference.startsWith(POLICY)) {
            Policy policy = policy(reference);
            return plain(frame.policy(policy, policies.value(policy), frame.marketplace()));
        }
        if (reference.startsWith(LIMIT)) {
            Long limit = desk.limits().get(reference.substring(LIMIT.length()));
            return plain(frame.number(Objects.requireNonNull(limit, reference)));
        }
        if (reference.startsWith(TAKEN_OVER)) {
            return plain(frame.t(reference.substring(TAKEN_OVER.length())));
        }
        return new HelpPiece(frame.t(reference), null, true);
    }

    /** @throws java.util.NoSuchElementException if there is no such policy */
    private static Policy policy(String reference) {
        String name = reference.substring(POLICY.length());
        return Arrays.stream(Policy.values())
                .filter(it ->
                        it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow();
    }
}
