package org.openstall.notifications;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.OneLine;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.Letter.Block;
import org.openstall.notifications.Letter.Fact;
import org.openstall.ordering.Address;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Gift;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.Orders;
import org.openstall.pages.Formats;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says in its receiver's language what a mail is about, with what is known of the order at this moment. */
@Component
class Letters {
    private static final int LONGEST_TITLE_IN_SUBJECT = 60;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Letters.class.getClassLoader(), "org.openstall.jte");
    private final Texts texts;
    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Orders orders;
    private final Shipments shipments;
    private final Payments payments;
    private final String address;

    Letters(
            Texts texts,
            Marketplaces marketplaces,
            Sellers sellers,
            Orders orders,
            Shipments shipments,
            Payments payments,
            @Value("${openstall.address}") String address) {
        this.texts = texts;
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.orders = orders;
        this.shipments = shipments;
        this.payments = payments;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    MailContent write(Mail mail) {
        return set(letter(mail));
    }

    /** @param code of the link by which a new password is set; it stands where browsers send it to no server */
    MailContent passwordForgotten(String code, Language language) {
        return account(
                language,
                "mail.password-forgotten",
                List.of(
                        new Letter.Text(texts.text(language, "mail.password-forgotten.text")),
                        new Letter.Button(
                                texts.text(language, "mail.password-forgotten.button"),
                                address + "/new-password#" + code),
                        new Letter.Text(texts.text(language, "mail.password-forgotten.not-you"))));
    }

    MailContent passwordRenewed(Language language) {
        return account(
                language,
                "mail.password-renewed",
                List.of(
                        new Letter.Text(texts.text(language, "mail.password-renewed.text")),
                        new Letter.Notice(texts.text(language, "mail.password-renewed.not-you")),
                        new Letter.Button(
                                texts.text(language, "mail.password-renewed.button"),
                                address + "/forgotten-password")));
    }

    private MailContent account(Language language, String key, List<Block> blocks) {
        return set(new Letter(
                language.tag(),
                texts.text(language, key + ".subject"),
                texts.text(language, key + ".text"),
                texts.text(language, key + ".title"),
                blocks,
                List.of(texts.text(language, "mail.footer.account"), address)));
    }

    private MailContent set(Letter letter) {
        StringOutput html = new StringOutput();
        templates.render("notifications/Letter.jte", Map.of("letter", letter), html);
        return new MailContent(letter.subject(), letter.plain(), html.toString());
    }

    private Letter letter(Mail mail) {
        Order order = orders.get(mail.seller(), mail.order());
        Told told = new Told(order, marketplaces.get(order.marketplace()), mail.language());
        return switch (mail.kind()) {
            case ORDER_PLACED -> told.placed();
            case PACKAGE_SENT -> told.sent(parcel(mail));
            case PACKAGE_DELIVERED -> told.delivered(parcel(mail));
            case ORDER_CANCELLED -> told.cancelled();
            case SALE -> told.sale();
            case SALE_CANCELLED -> told.saleCancelled();
        };
    }

    private Parcel parcel(Mail mail) {
        return shipments.of(mail.seller(), mail.order()).stream()
                .filter(it -> it.number() == mail.packageNumber())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Order " + mail.order() + " has no package " + mail.packageNumber()));
    }

    /** One order, told in one language. */
    private final class Told {
        private final Order order;
        private final Marketplace marketplace;
        private final Language language;
        private final Formats formats;
        private final String store;

        Told(Order order, Marketplace marketplace, Language language) {
            this.order = order;
            this.marketplace = marketplace;
            this.language = language;
            this.formats = new Formats(language.locale(), marketplace.zone());
            this.store = storeName(order.seller());
        }

        Letter placed() {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Letter.Text(t("mail.placed.text", store)));
            List<Fact> facts = new ArrayList<>(List.of(
                    new Fact(t("mail.fact.order"), order.id().value()),
                    new Fact(t("mail.fact.ordered"), formats.dateTime(order.orderedAt())),
                    new Fact(t("mail.fact.seller"), store),
                    expected()));
            service("shop.service").ifPresent(facts::add);
            blocks.add(new Letter.Facts(facts));
            blocks.add(new Letter.Button(t("mail.button.order"), buyersPage()));
            blocks.add(items(""));
            payment()
                    .map(it -> new Letter.Text(t("mail.placed.held", formats.money(it.amount()), it.label())))
                    .ifPresent(blocks::add);
            blocks.add(new Letter.Lines(t("mail.ships-to"), addressLines(false)));
            return toBuyer(t("mail.placed.subject", what()), t("mail.placed.title"), blocks);
        }

        Letter sent(Parcel parcel) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Letter.Text(t("mail.sent.text", store, carrier(parcel))));
            if (!parcel.isWhole()) {
                blocks.add(new Letter.Text(t("mail.sent.one-of-several", parcel.number())));
            }
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(t("mail.fact.order"), order.id().value()));
            facts.add(new Fact(t("mail.fact.carrier"), carrier(parcel)));
            if (parcel.trackingNumber() != null) {
                facts.add(new Fact(t("mail.fact.tracking"), parcel.trackingNumber()));
            }
            facts.add(expected());
            blocks.add(new Letter.Facts(facts));
            parcel.trackingPage()
                    .map(it -> new Letter.Button(t("mail.button.track"), it.toString()))
                    .ifPresent(blocks::add);
            blocks.add(new Letter.Button(t("mail.button.order"), buyersPage()));
            blocks.add(new Letter.Items(
                    contents(parcel).map(it -> new Letter.Item(it, "", null)).toList(), List.of()));
            blocks.add(new Letter.Lines(t("mail.ships-to"), addressLines(false)));
            return toBuyer(t("mail.sent.subject", what(parcel)), t("mail.sent.title"), blocks);
        }

        private String carrier(Parcel parcel) {
            return texts.carrier(language, parcel.carrier(), parcel.carrierName());
        }

        Letter delivered(Parcel parcel) {
            Instant at = parcel.deliveredAt();
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(t("mail.fact.order"), order.id().value()));
            facts.add(new Fact(t("mail.fact.seller"), store));
            if (parcel.trackingNumber() != null) {
                facts.add(new Fact(t("mail.fact.tracking"), carrier(parcel) + " " + parcel.trackingNumber()));
            }
            return toBuyer(
                    t("mail.delivered.subject", what(parcel)),
                    t("mail.delivered.title"),
                    List.of(
                            new Letter.Text(
                                    t("mail.delivered.text", carrier(parcel), at == null ? "" : formats.dateTime(at))),
                            new Letter.Facts(facts),
                            new Letter.Text(t("mail.delivered.feedback", store)),
                            new Letter.Button(t("mail.button.feedback"), buyersPage()),
                            new Letter.Text(t("mail.delivered.missing"))));
        }

        Letter cancelled() {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Letter.Text(t("mail.cancelled.reason." + reason(), store)));
            payment()
                    .filter(it -> it.state() == Payment.State.AUTHORIZED || it.state() == Payment.State.RELEASED)
                    .map(it -> new Letter.Notice(t("mail.cancelled.money", formats.money(it.amount()), it.label())))
                    .ifPresent(blocks::add);
            blocks.add(new Letter.Facts(List.of(
                    new Fact(t("mail.fact.order"), order.id().value()),
                    new Fact(t("mail.fact.ordered"), formats.dateTime(order.orderedAt())),
                    new Fact(t("mail.fact.seller"), store))));
            blocks.add(items(""));
            blocks.add(new Letter.Button(t("mail.button.order"), buyersPage()));
            return toBuyer(t("mail.cancelled.subject", what()), t("mail.cancelled.title"), blocks);
        }

        Letter sale() {
            String until = formats.dateTime(order.shipBy());
            List<Fact> facts = new ArrayList<>(List.of(
                    new Fact(t("mail.fact.order"), order.id().value()),
                    new Fact(t("mail.fact.ordered"), formats.dateTime(order.orderedAt())),
                    new Fact(t("mail.fact.promised"), day(order.promisedBy()))));
            service("desk.service").ifPresent(facts::add);
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Letter.Notice(t("mail.sale.ship-by", until)));
            blocks.add(new Letter.Text(t("mail.sale.text", order.buyerName())));
            howToPackGifts().ifPresent(blocks::add);
            blocks.add(new Letter.Button(t("mail.button.ship"), sellersPage()));
            blocks.add(new Letter.Facts(facts));
            blocks.add(items(t("mail.fact.sku")));
            blocks.add(new Letter.Lines(t("mail.ship-to"), addressLines(true)));
            blocks.add(new Letter.Button(t("mail.button.slip"), page("/seller/orders/slips?order=", order.id())));
            return toSeller(t("mail.sale.subject", what(), day(order.shipBy())), t("mail.sale.title"), blocks);
        }

        private Optional<Block> howToPackGifts() {
            int toWrap = order.giftsToWrap();
            return order.isGift()
                    ? Optional.of(new Letter.Notice(t(toWrap > 0 ? "desk.gift.pack.wrap" : "desk.gift.pack", toWrap)))
                    : Optional.empty();
        }

        Letter saleCancelled() {
            CancelReason why = order.cancelReason();
            return toSeller(
                    t("mail.sale-cancelled.subject", what()),
                    t("mail.sale-cancelled.title"),
                    List.of(
                            new Letter.Text(t("mail.sale-cancelled.reason." + reason())),
                            new Letter.Text(
                                    why != null && why.countsAgainstSeller()
                                            ? t("mail.sale-cancelled.counts")
                                            : t("mail.sale-cancelled.does-not-count")),
                            new Letter.Facts(List.of(
                                    new Fact(t("mail.fact.order"), order.id().value()),
                                    new Fact(t("mail.fact.ordered"), formats.dateTime(order.orderedAt())),
                                    new Fact(t("mail.fact.buyer"), order.buyerName()))),
                            items(t("mail.fact.sku")),
                            new Letter.Button(t("mail.button.sale"), sellersPage())));
        }

        private Letter toBuyer(String subject, String title, List<Block> blocks) {
            return letter(subject, title, blocks, List.of(t("mail.footer.buyer"), address));
        }

        private Letter toSeller(String subject, String title, List<Block> blocks) {
            return letter(
                    subject,
                    title,
                    blocks,
                    List.of(t("mail.footer.seller", store), address + "/seller/settings/notifications"));
        }

        private Letter letter(String subject, String title, List<Block> blocks, List<String> footer) {
            String preview = blocks.stream()
                    .flatMap(it -> switch (it) {
                        case Letter.Text text -> Stream.of(text.text());
                        case Letter.Notice notice -> Stream.of(notice.text());
                        case Block other -> Stream.empty();
                    })
                    .findFirst()
                    .orElse("");
            return new Letter(language.tag(), OneLine.of(subject), preview, title, blocks, footer);
        }

        private String t(String key, @Nullable Object... arguments) {
            return texts.text(language, key, arguments);
        }

        private String reason() {
            CancelReason why = order.cancelReason() == null ? CancelReason.UNKNOWN : order.cancelReason();
            return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The days on which it is to arrive, as they were promised. */
        private Fact expected() {
            String last = day(order.promisedBy());
            String first = order.promisedFrom() == null ? last : day(order.promisedFrom());
            return first.equals(last)
                    ? new Fact(t("mail.fact.expected"), last)
                    : new Fact(t("mail.fact.delivery"), t("mail.from-to", first, last));
        }

        /** What the buyer has chosen, unless nobody knows, as of what is imported. */
        private Optional<Fact> service(String names) {
            return Optional.ofNullable(order.service())
                    .map(it -> new Fact(
                            t("mail.fact.service"),
                            t(names + '.' + it.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        }

        private String day(Instant instant) {
            return formats.day(marketplace.dayOf(instant));
        }

        /** The order's first thing, and how many more there are. */
        private String what() {
            return what(order.lines().stream().map(it -> counted(it.quantity(), it)));
        }

        private String what(Parcel parcel) {
            return what(contents(parcel));
        }

        private String what(Stream<String> things) {
            List<String> all = things.toList();
            if (all.isEmpty()) {
                return order.id().value();
            }
            String first = shortened(all.getFirst());
            int more = all.size() - 1;
            return more == 0 ? first : t("mail.and-more", first, more);
        }

        /** What is in a package. */
        private Stream<String> contents(Parcel parcel) {
            return parcel.isWhole()
                    ? order.lines().stream().map(it -> counted(it.quantity(), it))
                    : parcel.contents().stream().flatMap(content -> order.lines().stream()
                            .filter(it -> it.number() == content.line())
                            .map(it -> counted(content.quantity(), it)));
        }

        private String counted(int quantity, OrderLine line) {
            return quantity == 1 ? line.title() : formats.number(quantity) + " × " + line.title();
        }

        /** @param sku the word for it, or an empty text where it is nobody's business */
        private Letter.Items items(String sku) {
            return new Letter.Items(
                    order.lines().stream()
                            .map(it -> new Letter.Item(
                                    counted(it.quantity(), it),
                                    Stream.of(
                                                    sku.isEmpty() ? "" : sku + " " + it.sku(),
                                                    it.quantity() == 1
                                                            ? ""
                                                            : t("mail.each", formats.money(it.unitPrice())),
                                                    gift(it.gift()))
                                            .filter(each -> !each.isEmpty())
                                            .collect(Collectors.joining(" · ")),
                                    formats.money(it.total())))
                            .toList(),
                    Stream.of(
                                    new Fact(t("mail.sum.items"), formats.money(order.items())),
                                    new Fact(t("mail.sum.shipping"), formats.money(order.shipping())),
                                    order.giftWrap().isPositive()
                                            ? new Fact(t("mail.sum.gift-wrap"), formats.money(order.giftWrap()))
                                            : null,
                                    order.tax().isPositive()
                                            ? new Fact(t("mail.sum.tax"), formats.money(order.tax()))
                                            : null,
                                    new Fact(t("mail.sum.total"), formats.money(order.total())))
                            .filter(Objects::nonNull)
                            .toList());
        }

        private String gift(@Nullable Gift gift) {
            return gift == null ? "" : t(gift.isWrapped() ? "shop.gift.wrapped" : "shop.gift");
        }

        private List<String> addressLines(boolean withPhone) {
            Address to = order.shipTo();
            String city = Stream.of(to.city(), to.region(), to.postalCode())
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
            String country = Locale.of("", to.country()).getDisplayCountry(language.locale());
            return Stream.of(to.name(), to.line1(), to.line2(), city, country, withPhone ? to.phone() : "")
                    .filter(it -> !it.isEmpty())
                    .toList();
        }

        private Optional<Payment> payment() {
            return payments.of(order.seller(), order.id());
        }

        private String buyersPage() {
            return page("/orders/", order.id());
        }

        private String sellersPage() {
            return page("/seller/orders/", order.id());
        }

        private String page(String path, OrderId id) {
            return address + path + id;
        }
    }

    private String storeName(SellerId seller) {
        return sellers.find(seller).map(it -> it.name()).orElse(seller.value());
    }

    /** Cut between characters, not within one. */
    private static String shortened(String title) {
        if (title.codePointCount(0, title.length()) <= LONGEST_TITLE_IN_SUBJECT) {
            return title;
        }
        return title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE_IN_SUBJECT))
                        .strip() + "…";
    }
}
