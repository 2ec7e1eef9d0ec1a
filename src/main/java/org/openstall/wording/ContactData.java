package org.openstall.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds web addresses, e-mail addresses and handles, also where dot and at are said in words of any of our languages
 * or letters stand apart. Disguises are taken off first, one kind at a time; what is then looked for is simple. All
 * repetitions are bounded, so that the time is linear.
 */
final class ContactData {
    /** Stands for a dot that was said, so that only a person reads it as one. */
    private static final String DOT = "\u2024";

    /** Stands for an at that was said. */
    private static final String AT = "\uFE6B";

    private static final String BEFORE_END = "(?=\\s{0,2}(?:com|c0m|net|org|info|shop|store|co|kr|jp|tw|cn|de|uk|eu|io"
            + "|컴|콤|넷|네트|씨오|케이알|스토어|샵|쇼핑|コム|こむ|ネット|シーオー|康)(?![a-z]))";

    private static final List<Disguise> DISGUISES = List.of(
            new Disguise("[\\[({<]\\s?(?:dot|d0t|punkt|점|닷|쩜|点|點|ドット|どっと|\\.|,)\\s?[\\])}>]", DOT),
            new Disguise("[\\[({<]\\s?(?:at|aet|@|앳|골뱅이|アット|艾特)\\s?[\\])}>]", AT),
            new Disguise("골뱅이|アットマーク|あっとまーく|小老鼠|艾特|klammeraffe", AT),
            new Disguise("(?<=[\\p{L}\\d])(?:アット|あっと)(?=\\s{0,2}[a-z])", AT),
            new Disguise("(?<![a-z])(?:dot|d0t|punkt)" + BEFORE_END, DOT),
            new Disguise("(?:닷|쩜|점|点|點|ドット|どっと|。|·|•|‧)" + BEFORE_END, DOT),
            new Disguise("\\s{1,2}[.,]" + BEFORE_END, DOT),
            new Disguise("(?<=" + DOT + "\\s{0,2})(?:컴|콤|コム|こむ|c0m|康)", "com"),
            new Disguise("(?<=" + DOT + "\\s{0,2})(?:넷|네트|ネット)", "net"),
            new Disguise("(?<=" + DOT + "\\s{0,2})(?:씨오|シーオー)", "co"),
            new Disguise("(?<=" + DOT + "\\s{0,2})케이알", "kr"),
            new Disguise("(?<=" + DOT + "\\s{0,2})(?:스토어|샵|쇼핑)", "shop"),
            new Disguise("\\s{0,2}" + DOT + "\\s{0,2}", DOT),
            new Disguise("\\s{0,2}" + AT + "\\s{0,2}", AT));

    /** Ends of names that no sentence contains by chance. */
    private static final String SURE_ENDS = "com|net|org|info|biz|shop|store|online|xyz|site|website|club|top|vip|app"
            + "|kr|jp|tw|cn|hk|de|uk|eu|ch|fr|br|ly|gg|io";

    /** Ends that are words or abbreviations too: only with a path. */
    private static final String UNSURE_ENDS = "me|us|tv|to|at|it|in|is|co|cc|be|ai|my|so|gl|page|link|im|asia|mobi";

    private static final String NAME = "(?<![a-z\\d@._-])[a-z\\d][a-z\\d_-]{0,62}(?:\\.[a-z\\d_-]{1,63}){0,4}";
    private static final String PATH = "(?:[/?#:][^\\s\"'<>()\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}]{1,200})";
    private static final String END = "(?![a-z\\d]|\\.[a-z\\d])";
    private static final String MAILBOX = "[a-z\\d][a-z\\d._%+-]{0,63}";
    private static final String PROVIDER = "(?:gmail|googlemail|hotmail|yahoo|naver|hanmail|gmx|지메일|네이버|한메일|ジーメール)";

    private static final List<Form> FORMS = List.of(
            new Form(Rule.WEB_ADDRESS, "h(?:tt|xx)ps?\\s{0,2}:\\s{0,2}[/\\\\]\\S{0,300}"),
            new Form(Rule.WEB_ADDRESS, "(?<![a-z\\d])www(?![a-z\\d])\\S{0,300}"),
            new Form(
                    Rule.CONTACT_DATA,
                    MAILBOX + "\\s?[@" + AT + "]\\s?[a-z\\d-]{1,63}(?:\\s?[.," + DOT
                            + "]\\s?[a-z\\d-]{1,63}){0,3}\\s?[.," + DOT + "]\\s?[a-z]{2,12}(?![a-z\\d])"),
            new Form(Rule.CONTACT_DATA, MAILBOX + AT + "[\\p{L}\\d-]{2,63}(?:[." + DOT + "][a-z\\d]{2,10}){0,3}"),
            new Form(Rule.CONTACT_DATA, MAILBOX + "(?:\\s?[@" + AT + "]\\s?|\\sat\\s)" + PROVIDER),
            new Form(
                    Rule.CONTACT_DATA,
                    "(?<![a-z\\d])(?:" + PROVIDER + "|outlook|icloud|protonmail|aol|live|web(?=.?de))[ .," + DOT
                            + "]{1,2}(?:com|net|de)" + END),
            new Form(
                    Rule.WEB_ADDRESS,
                    "[\\p{L}\\d_-]{0,40}(?:" + DOT + "[\\p{L}\\d_-]{1,40}){0,3}" + DOT + "(?:" + SURE_ENDS
                            + "|co)(?![a-z\\d])(?:[." + DOT + "][a-z]{2,4}(?![a-z]))?" + PATH + "?"),
            new Form(Rule.WEB_ADDRESS, NAME + "\\.(?:" + SURE_ENDS + ")" + END + PATH + "?"),
            new Form(Rule.WEB_ADDRESS, NAME + "\\.(?:" + UNSURE_ENDS + ")/[a-z\\d@~]\\S{0,200}"),
            new Form(Rule.WEB_ADDRESS, "(?<![.\\d])\\.\\s?(?:com|co\\.kr|co\\.jp|com\\.tw)" + END),
            new Form(Rule.WEB_ADDRESS, "(?<![a-z\\d])[a-z\\d-]{2,40}\\.\\scom" + END),
            new Form(Rule.WEB_ADDRESS, "(?<![a-z\\d])[a-z\\d-]{0,40}(?:dotcom|d0tcom|dotc0m)(?![a-z])"),
            new Form(
                    Rule.WEB_ADDRESS,
                    "(?:visit|website|site is|store is|shop at|find us at|google)\\s?:?\\s[a-z\\d-]{3,40}\\s(?:com|net|org)(?![a-z])"),
            new Form(Rule.CONTACT_DATA, "(?<![\\p{IsLatin}\\d.@/])@[a-z][a-z\\d_.]{2,40}"));

    /** Technology with a dot in its name. */
    private static final Pattern NAMES_OF_THINGS =
            Pattern.compile("(?:asp|vb|ado|ml|paint|visual basic|microsoft)\\.net|socket\\.io|draw\\.io");

    private record Disguise(Pattern pattern, String meaning) {
        Disguise(String pattern, String meaning) {
            this(Pattern.compile(pattern), meaning);
        }
    }

    private record Form(Rule rule, Pattern pattern) {
        Form(Rule rule, String pattern) {
            this(rule, Pattern.compile(pattern));
        }
    }

    private ContactData() {}

    /** Findings in the original from which the plain text was made. */
    static List<Finding> in(PlainText plain, String original) {
        List<Finding> found = new ArrayList<>();
        if (mayHaveAddress(plain.text())) {
            addresses(plain, original, found);
            PlainText joined = plain.withLettersJoined();
            if (joined.text().length() < plain.text().length()) {
                addresses(joined, original, found);
            }
        }
        Telephones.in(plain.text())
                .forEach(it -> found.add(plain.finding(Rule.CONTACT_DATA, it.start(), it.end(), original)));
        return found;
    }

    /** Addresses need a dot or an at, shown or said. Most texts have none, and are spared the search. */
    private static boolean mayHaveAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' && i + 1 < text.length()) || "@닷쩜점点點ド골ア小艾。·•‧ど".indexOf(c) >= 0) {
                return true;
            }
        }
        return text.contains("dot")
                || text.contains("d0t")
                || text.contains("punkt")
                || text.contains("com")
                || text.contains("http")
                || text.contains("www")
                || text.contains("klammeraffe");
    }

    private static void addresses(PlainText plain, String original, List<Finding> found) {
        PlainText shown = plain;
        for (Disguise disguise : DISGUISES) {
            shown = shown.replacing(disguise.pattern(), disguise.meaning());
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(shown.text());
            while (matcher.find()) {
                int end = matcher.end();
                while (end > matcher.start() + 1
                        && ".,;:!?)".indexOf(shown.text().charAt(end - 1)) >= 0) {
                    end--;
                }
                if (!NAMES_OF_THINGS.matcher(matcher.group()).matches()) {
                    found.add(shown.finding(form.rule(), matcher.start(), end, original));
                }
            }
        }
    }
}
