package org.openstall.simulation;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openstall.catalog.Addition;
import org.openstall.catalog.Catalog;
import org.openstall.identity.Accounts;
import org.openstall.identity.Registration;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.SaveResult;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.stereotype.Component;

/** Brings the people and the goods of the demo to where they are needed, once. */
@Component
class StageHands {
    /** Where the shops and products of the demo come from; imports of products know the shops by it. */
    static final String SOURCE = "demo";

    private static final SecureRandom PASSWORDS = new SecureRandom();

    private final Users users;
    private final Accounts accounts;
    private final Sellers sellers;
    private final Catalog catalog;
    private final Templates templates;
    private final GiftSettings gifts;

    StageHands(
            Users users, Accounts accounts, Sellers sellers, Catalog catalog, Templates templates, GiftSettings gifts) {
        this.users = users;
        this.accounts = accounts;
        this.sellers = sellers;
        this.catalog = catalog;
        this.templates = templates;
        this.gifts = gifts;
    }

    /** Registers people, opens shops and adds products; those that are there already stay as they are. */
    Stage set(Season season, DemoFiles files) {
        Map<Vendor, SellerId> shops = shops(season);
        shops.forEach((vendor, seller) -> settle(vendor, seller, season.marketplace()));
        User nadia = user(Vendor.NADIA.key(), Vendor.NADIA.owner());
        accounts.setSeller(nadia.id(), Objects.requireNonNull(shops.get(Vendor.NADIA)));
        User omar = user("omar", files.people().getFirst().name());
        accounts.setOperator(user("iris", "Iris Lindqvist").id(), true);
        return new Stage(
                season.marketplace().id(),
                shops,
                products(files.goods()),
                omar.signedIn().buyer());
    }

    private Map<Vendor, SellerId> shops(Season season) {
        sellers.openAll(Arrays.stream(Vendor.values())
                .map(it -> new NewSeller(
                        it.shop(), it.place(), season.marketplace().id(), season.begins(), SOURCE, it.key()))
                .toList());
        return findShops();
    }

    /** The vendors that have a shop. */
    Map<Vendor, SellerId> findShops() {
        Map<String, SellerId> known = sellers.importedFrom(SOURCE);
        Map<Vendor, SellerId> shops = new EnumMap<>(Vendor.class);
        for (Vendor vendor : Vendor.values()) {
            SellerId shop = known.get(vendor.key());
            if (shop != null) {
                shops.put(vendor, shop);
            }
        }
        return shops;
    }

    /** As the vendor would on his settings pages; what he has settled before stays. */
    private void settle(Vendor vendor, SellerId seller, Marketplace marketplace) {
        Vendor.Shipping shipping = vendor.shipping();
        if (shipping != null && templates.of(seller, marketplace.id()).isEmpty()) {
            Rate usual = templates.usual(marketplace.id()).rates().getFirst();
            SaveResult result =
                    templates.create(seller, marketplace.id(), shipping.template(), rates(shipping, usual.transit()));
            if (!(result instanceof SaveResult.Saved)) {
                throw new IllegalStateException("The template of " + vendor + " was refused: " + result);
            }
        }
        Integer handling = vendor.pace().handlingDays();
        if (handling != null && templates.settings(seller, marketplace.id()).handling() == null) {
            templates.setHandling(seller, marketplace.id(), Promise.Handling.exactly(handling));
        }
        Long wrap = vendor.giftWrap();
        if (wrap != null) {
            gifts.save(seller, marketplace.id(), new GiftTerms(true, new Money(wrap, marketplace.currency())));
        }
    }

    /** As fast as is usual by the standard service, so that the story's dates hold, and faster for more. */
    private static List<Rate> rates(Vendor.Shipping shipping, Transit usual) {
        Transit faster = new Transit(Math.min(2, usual.least()), Math.min(3, usual.most()));
        Fee standard = new Fee(Fee.Basis.ITEM, shipping.standard(), 0, List.of(), shipping.freeFrom());
        return Arrays.stream(Goods.values())
                .flatMap(it -> Stream.of(
                        Rate.of(it, ServiceLevel.STANDARD, Region.COUNTRY, usual, standard),
                        Rate.of(
                                it,
                                ServiceLevel.EXPEDITED,
                                Region.COUNTRY,
                                faster,
                                Fee.perShipment(shipping.expedited()))))
                .toList();
    }

    private User user(String key, String name) {
        String email = key + "@openstall.example";
        Optional<User> known = users.findByEmail(email);
        if (known.isPresent()) {
            return known.get();
        }
        return switch (users.register(email, name, password())) {
            case Registration.Registered registered -> registered.user();
            case Registration.Refused refused ->
                throw new IllegalStateException(email + " cannot be registered: " + refused.reason());
        };
    }

    /** One that nobody knows: the people of the demo sign in by one click. */
    private static String password() {
        byte[] bytes = new byte[24];
        PASSWORDS.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Map<Integer, ProductId> products(List<Good> goods) {
        List<Addition> additions =
                catalog.addAll(goods.stream().map(Good::asNewProduct).toList());
        Map<Integer, ProductId> products = new HashMap<>();
        for (int i = 0; i < goods.size(); i++) {
            products.put(goods.get(i).number(), additions.get(i).id());
        }
        return products;
    }
}
