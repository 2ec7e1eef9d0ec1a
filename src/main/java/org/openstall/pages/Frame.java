package org.openstall.pages;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.Money;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Policy;
import org.openstall.shipping.Carrier;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template has at hand: texts, formats, icons, links, the visitor. Made anew for each page shown. */
public final class Frame {
    private static final int POLICY_DECIMALS = 4;

    private final HttpServletRequest request;
    private final Visitor visitor;
    private final List<Marketplace> marketplaces;
    private final Texts texts;
    private final Formats formats;
    private final Assets assets;
    private final Instant now;
    private final @Nullable Flash flash;

    Frame(
            HttpServletRequest request,
            Visitor visitor,
            ZoneId zone,
            List<Marketplace> marketplaces,
            Texts texts,
            Assets assets,
            Clock clock,
            @Nullable Flash flash) {
        this.request = request;
        this.visitor = visitor;
        this.marketplaces = marketplaces;
        this.texts = texts;
        this.formats = new Formats(visitor.language().locale(), zone);
        this.assets = assets;
        this.now = clock.instant();
        this.flash = flash;
    }

    /** The text of a key in the visitor's language. */
    public String t(String key, @Nullable Object... arguments) {
        return texts.text(visitor.language(), key, arguments);
    }

    /** The text that names a constant, such as {@code seller.stage.shipped} for {@code Stage.SHIPPED}. */
    public String t(String prefix, Enum<?> constant) {
        return t(key(prefix, constant));
    }

    /** The key of that text, for one with arguments. */
    public static String key(String prefix, Enum<?> constant) {
        return prefix + '.' + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Visitor visitor() {
        return visitor;
    }

    public @Nullable SignedIn user() {
        return visitor.user();
    }

    public Language language() {
        return visitor.language();
    }

    public List<Language> languages() {
        return Arrays.asList(Language.values());
    }

    public Theme theme() {
        return visitor.theme();
    }

    public List<Theme> themes() {
        return Arrays.asList(Theme.values());
    }

    public Marketplace marketplace() {
        return visitor.marketplace();
    }

    public List<Marketplace> marketplaces() {
        return marketplaces;
    }

    /** The marketplace's country in the visitor's language. */
    public String country(Marketplace marketplace) {
        return country(marketplace.country());
    }

    /** The name of a country by its two letters. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(visitor.language().locale());
    }

    /** What a carrier is called, in the visitor's language where that is no name of its own. */
    public String carrier(Carrier carrier, String name) {
        return texts.carrier(language(), carrier, name);
    }

    public String carrier(Carrier carrier) {
        return carrier(carrier, carrier == Carrier.OTHER ? "" : carrier.title());
    }

    /** Several of them. */
    public String carriers(List<Carrier> carriers) {
        return carriers.stream().map(this::carrier).collect(Collectors.joining(", "));
    }

    public int cartCount() {
        return CartBadge.read(request);
    }

    public @Nullable Flash flash() {
        return flash;
    }

    /** The text of what has just happened. */
    public String flashText() {
        Flash shown = Objects.requireNonNull(flash);
        return t(shown.key(), shown.arguments().toArray());
    }

    // Formats

    public Formats formats() {
        return formats;
    }

    public String money(Money money) {
        return formats.money(money);
    }

    public String number(long number) {
        return formats.number(number);
    }

    public String number(BigDecimal number, int decimals) {
        return formats.number(number, decimals);
    }

    /** A number in a chart's table; empty where there is none. */
    public String cell(@Nullable Double number) {
        return number == null ? "" : formats.number(BigDecimal.valueOf(number), 2);
    }

    public String percent(long numerator, long denominator) {
        return formats.percent(numerator, denominator);
    }

    public String percentWhole(long numerator, long denominator) {
        return formats.percentWhole(numerator, denominator);
    }

    public String percent(BigDecimal percentage) {
        return formats.percent(percentage);
    }

    /** A policy's number with its unit, such as {@code 60 days}; amounts in the currency of the marketplace. */
    public String policy(Policy policy, BigDecimal number, Marketplace place) {
        return switch (policy.unit()) {
            case PERCENT -> t("frame.unit.percent", number(number, POLICY_DECIMALS));
            case DAYS -> t("frame.unit.days", number);
            case HOURS -> t("frame.unit.hours", number);
            case TIME_OF_DAY -> t("frame.unit.time-of-day", number);
            case COUNT -> number(number, 0);
            case SWITCH -> t(number.signum() == 0 ? "frame.no" : "frame.yes");
            case MINOR_AMOUNT -> money(new Money(number.longValueExact(), place.currency()));
        };
    }

    public String date(Instant instant) {
        return formats.date(instant);
    }

    public String date(LocalDate day) {
        return formats.date(day);
    }

    public String day(LocalDate day) {
        return formats.day(day);
    }

    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    public String time(Instant instant) {
        return formats.time(instant);
    }

    /** When the page was made. */
    public Instant now() {
        return now;
    }

    /** How far away an instant is: "in 3 h 12 min", "5 days ago". */
    public String relative(Instant instant) {
        Duration distance = Duration.between(now, instant);
        return distance.isPositive() ? t("frame.in", span(distance)) : t("frame.ago", span(distance.negated()));
    }

    /** A span in the units worth telling: "3 h 12 min", "25 h", "2 days". */
    public String span(Duration span) {
        if (span.toDays() >= 2) {
            return t("frame.span.days", span.toDays());
        }
        if (span.toHours() >= 1) {
            return span.toMinutesPart() == 0 || span.toHours() >= 24
                    ? t("frame.span.hours", span.toHours())
                    : t("frame.span.hours-minutes", span.toHours(), span.toMinutesPart());
        }
        return t("frame.span.minutes", Math.max(1, span.toMinutes()));
    }

    /** How long something took: like {@link #span}, but in seconds if that was less than a minute. */
    public String took(Duration time) {
        return time.toMinutes() >= 1 ? span(time) : t("frame.span.seconds", Math.max(1, time.toSeconds()));
    }

    /** The patterns of {@link #span} and {@link #relative}, for the clocks in the browser. */
    public String clockPatterns() {
        return texts.clockPatterns(language());
    }

    // Links and parts

    /** The path of the page, without its query. */
    public String path() {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String uri ? uri : request.getRequestURI();
    }

    /** The page's path and query, to come back to; a page that was asked for by post cannot be come back to. */
    public String here() {
        if (!"GET".equals(request.getMethod()) || request.getAttribute("jakarta.servlet.error.request_uri") != null) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }

    /**
     * This page with one parameter of the query set, or left out if the value is null. Anything but turning the
     * page ({@code after}, {@code page}) goes back to the first page.
     */
    public String here(String parameter, @Nullable Object value) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
        query.remove("after");
        query.remove("page");
        // Of a form that is shown again.
        query.remove("_csrf");
        if (value == null) {
            query.remove(parameter);
        } else {
            query.put(parameter, List.of(value.toString()));
        }
        String written = query.entrySet().stream()
                .flatMap(it -> it.getValue().stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> encoded(it.getKey()) + '=' + encoded(each)))
                .collect(Collectors.joining("&"));
        return written.isEmpty() ? request.getRequestURI() : request.getRequestURI() + '?' + written;
    }

    /** A path with where to go from there; without, if that is nowhere in particular. */
    public String withNext(String path, String next) {
        return next.isEmpty() || next.equals("/") ? path : path + "?next=" + encoded(next);
    }

    /** An address with one parameter more. */
    public String link(String path, String parameter, Object value) {
        return path + (path.contains("?") ? '&' : '?') + encoded(parameter) + '=' + encoded(value.toString());
    }

    /** The sign-in page, which leads back here. */
    public String signInPath() {
        return withNext("/sign-in", here());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A parameter of the query, or an empty text. */
    public String query(String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }

    /** Whether the page is one of the seller's desk, where most of what forms write is for one marketplace. */
    public boolean isSellerDesk() {
        return isAt("/seller");
    }

    private boolean isAt(String desk) {
        return LocalPath.isAt(path(), desk);
    }

    /** Where to begin anew: at the desk that the page is of, if the visitor works there, or else in the shop. */
    public String home() {
        SignedIn user = user();
        if (user != null && user.seller() != null && isAt("/seller")) {
            return "/seller";
        }
        return user != null && user.operator() && isAt("/operator") ? "/operator" : "/";
    }

    /** Where help on this page of the desk is. */
    public String help(Desk desk) {
        return desk.helpOn(path());
    }

    public boolean isCurrent(Desk desk, Desk.Item item) {
        return desk.isCurrent(item, path());
    }

    public Content icon(String name) {
        return Icons.get(name);
    }

    public String asset(String file) {
        return assets.url(file);
    }

    /** What htmx sends along with every request. */
    public String csrfHeader() {
        return "{\"X-CSRF-TOKEN\":\"" + csrf() + "\"}";
    }

    public String csrf() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }
}
