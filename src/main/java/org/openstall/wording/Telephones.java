package org.openstall.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds telephone numbers, their digits shown, said ("null eins sieben", "공일공", "零九一二") or replaced by letters
 * that look like them. Book and article numbers, dates, sizes and prices are none.
 */
final class Telephones {
    private static final String SEPARATORS = " -.·/()_,~*–—+の\u00a0";
    private static final int LONGEST_SEPARATOR = 3;

    private static final Map<Character, Integer> CHARACTERS =
            characters("零〇○공영", "一壹일", "二贰貳이", "三叁參삼", "四肆사", "五伍오", "六陆陸육륙", "七柒칠", "八捌팔", "九玖구");

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("oh", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("null", 0),
            Map.entry("eins", 1),
            Map.entry("zwei", 2),
            Map.entry("zwo", 2),
            Map.entry("drei", 3),
            Map.entry("vier", 4),
            Map.entry("fuenf", 5),
            Map.entry("fuef", 5),
            Map.entry("sechs", 6),
            Map.entry("sieben", 7),
            Map.entry("acht", 8),
            Map.entry("neun", 9),
            Map.entry("ゼロ", 0),
            Map.entry("れい", 0),
            Map.entry("まる", 0),
            Map.entry("マル", 0),
            Map.entry("いち", 1),
            Map.entry("さん", 3),
            Map.entry("よん", 4),
            Map.entry("ろく", 6),
            Map.entry("なな", 7),
            Map.entry("はち", 8),
            Map.entry("きゅう", 9),
            Map.entry("하나", 1),
            Map.entry("幺", 1),
            Map.entry("イチ", 1),
            Map.entry("サン", 3),
            Map.entry("ヨン", 4),
            Map.entry("ゴ", 5),
            Map.entry("ロク", 6),
            Map.entry("ナナ", 7),
            Map.entry("ハチ", 8),
            Map.entry("キュー", 9),
            Map.entry("キュウ", 9),
            Map.entry("ニ", 2));

    /** Said before a number that is to be called. */
    private static final Pattern CALLED = Pattern.compile(
            "(?:\\b(?:tel|telephone|telefon|phone|ph|call|text|txt|sms|mobile|mobil|cell|handy|anruf|anrufen|ruf|rufnummer|"
                    + "whatsapp|wa|fon|contact|reach|kakao|line|viber|signal)|전화|연락|문자|번호|핸드폰|휴대폰|폰|카톡|電話|电话|"
                    + "手机|手機|致電|致电|來電|联系|聯絡|聯繫|携帯|打|拨|撥|短信|簡訊|微信|賴|加)[^\\d]{0,16}$");

    /** Said before a number that names a thing. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:isbn(?:-?1[03])?|ean|upc|gtin|asin|sku|serial|s/n|sn|model|modell|imei|barcode|part|article|artikel|art|"
                    + "item|order|catalog|cat|no|nr|number|nummer|ref|lot|型番|型号|型號|品番|书号|書號|序號|序列号|条码|條碼|"
                    + "모델|시리얼|바코드|제품번호|#)[^\\d]{0,8}$");

    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d\\d[-./ ]\\d{1,2}[-./ ]\\d{1,2}(?!\\d).*|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)?\\d\\d(?!\\d).*");

    /** From one character to another, the last one exclusive. */
    record Found(int start, int end) {}

    /** Digits in a row, with where each group of them ends, and how many were not shown as digits. */
    private record Run(int start, int end, String digits, List<Integer> groups, int said) {
        boolean isOneGroup() {
            return groups.size() == 1;
        }
    }

    private Telephones() {}

    private static Map<Character, Integer> characters(String... digits) {
        Map<Character, Integer> result = new HashMap<>();
        for (int digit = 0; digit < digits.length; digit++) {
            for (char c : digits[digit].toCharArray()) {
                result.put(c, digit);
            }
        }
        return Map.copyOf(result);
    }

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Run run = runAt(text, at);
            if (run == null) {
                at++;
            } else {
                if (isTelephone(run, text)) {
                    boolean plus = run.start() > 0 && text.charAt(run.start() - 1) == '+';
                    found.add(new Found(run.start() - (plus ? 1 : 0), run.end()));
                }
                at = run.end();
            }
        }
        return found;
    }

    private static @Nullable Run runAt(String text, int start) {
        StringBuilder digits = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        int said = 0;
        int group = 0;
        int at = start;
        int end = start;
        while (at < text.length() && digits.length() < 40) {
            int length = digitAt(text, at, digits, end > start || isShown(text, at + 1));
            if (length > 0) {
                if (!isShown(text, at)) {
                    said++;
                }
                group++;
                at += length;
                end = at;
            } else {
                int next = at;
                while (next < text.length()
                        && next - at < LONGEST_SEPARATOR
                        && SEPARATORS.indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                if (next == at || end == start || next >= text.length()) {
                    break;
                }
                groups.add(group);
                group = 0;
                at = next;
            }
        }
        if (group > 0) {
            groups.add(group);
        }
        return digits.isEmpty() ? null : new Run(start, end, digits.toString(), groups, said);
    }

    /** How many characters the digit takes that is read here; 0 if there is none. */
    private static int digitAt(String text, int at, StringBuilder digits, boolean amongDigits) {
        char c = text.charAt(at);
        if (isShown(text, at)) {
            digits.append(c);
            return 1;
        }
        Integer digit = CHARACTERS.get(c);
        if (digit != null) {
            digits.append(digit.intValue());
            return 1;
        }
        if (amongDigits && (isShown(text, at - 1) || isShown(text, at + 1)) && "oil|sb".indexOf(c) >= 0) {
            boolean word = at + 2 < text.length()
                    && Character.isLetter(text.charAt(at + 1))
                    && Character.isLetter(text.charAt(at + 2));
            if (!word) {
                digits.append("011158".charAt("oil|sb".indexOf(c)));
                return 1;
            }
        }
        if (!Character.isLetter(c)) {
            return 0;
        }
        for (int length = Math.min(6, text.length() - at); length >= 1; length--) {
            Integer said = WORDS.get(text.substring(at, at + length));
            if (said != null && (c >= 0x250 || isWholeWord(text, at, at + length))) {
                digits.append(said.intValue());
                return length;
            }
        }
        return 0;
    }

    private static boolean isWholeWord(String text, int start, int end) {
        return (start == 0 || !Character.isLetter(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    private static boolean isShown(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isTelephone(Run run, String text) {
        int length = run.digits().length();
        String before = text.substring(Math.max(0, run.start() - 24), run.start());
        if (length < 7 || length > 16 || isPartOfName(run, text)) {
            return false;
        }
        if (run.said() >= 4 && length >= 8) {
            return true;
        }
        String shown = text.substring(run.start(), run.end());
        if (DATE.matcher(shown).matches() || isBookOrArticle(run)) {
            return false;
        }
        if (CALLED.matcher(before).find()) {
            return true;
        }
        if (before.endsWith("+") && length >= 9) {
            return true;
        }
        return !NAMED.matcher(before).find() && hasFormOfTelephone(run, shown);
    }

    /** "RTX-4080 12345678", "B00X4WHP5E" */
    private static boolean isPartOfName(Run run, String text) {
        char before = run.start() > 0 ? text.charAt(run.start() - 1) : ' ';
        char after = run.end() < text.length() ? text.charAt(run.end()) : ' ';
        boolean named = isLatin(after) || (isShown(text, run.start()) && isLatin(before));
        return named || before == '$' || before == '€' || before == '#';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isBookOrArticle(Run run) {
        String digits = run.digits();
        boolean article = (digits.length() == 13 && !digits.startsWith("0") && checks(digits))
                || (digits.length() == 12 && run.isOneGroup() && checks("0" + digits))
                || digits.startsWith("978")
                || digits.startsWith("979");
        boolean book = digits.length() == 10
                && isBookNumber(digits)
                && (run.isOneGroup() ? !digits.startsWith("010") : run.groups().getLast() == 1);
        return article || book;
    }

    private static boolean checks(String article) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (article.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static boolean isBookNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        return sum % 11 == 0;
    }

    private static boolean hasFormOfTelephone(Run run, String shown) {
        List<Integer> groups = run.groups();
        int length = run.digits().length();
        boolean american = groups.equals(List.of(3, 3, 4))
                || groups.equals(List.of(1, 3, 3, 4))
                || (groups.equals(List.of(3, 4)) && shown.charAt(3) == '-')
                || (run.isOneGroup() && run.digits().matches("[2-9]\\d\\d[2-9]\\d{6}"));
        boolean chinese = run.digits().matches("1[3-9]\\d{9}")
                && (run.isOneGroup() || groups.equals(List.of(3, 4, 4)) || groups.equals(List.of(3, 3, 5)));
        boolean apart = groups.size() == length;
        boolean withZero = run.digits().startsWith("0")
                && length >= 9
                && length <= 12
                && (apart || (groups.getFirst() >= 2 && groups.getLast() >= 3) || run.isOneGroup());
        boolean spelled = apart && length >= 10 && length <= 11;
        boolean mobile = run.digits().matches("(?:010|0[5789]0|09)\\d{8,9}");
        return american || chinese || withZero || spelled || mobile;
    }
}
