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
import org.openstall.catalog.Addition;
import org.openstall.catalog.Catalog;
import org.openstall.identity.Registration;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Component;

/** Brings the people and the goods of the demo to where they are needed, once. */
@Component
class StageHands {
    /** Where the shops and products of the demo come from; imports of products know the shops by it. */
    static final String SOURCE = "demo";

    private static final SecureRandom PASSWORDS = new SecureRandom();

    private final Users users;
    private final Sellers sellers;
    private final Catalog catalog;

    StageHands(Users users, Sellers sellers, Catalog catalog) {
        this.users = users;
        this.sellers = sellers;
        this.catalog = catalog;
    }

    /** Registers people, opens shops and adds products; those that are there already stay as they are. */
    Stage set(Season season, DemoFiles files) {
        Map<Vendor, SellerId> shops = shops(season);
        User nadia = user(Vendor.NADIA.key(), Vendor.NADIA.owner());
        users.joinSeller(nadia.id(), Objects.requireNonNull(shops.get(Vendor.NADIA)));
        User omar = user("omar", files.people().getFirst().name());
        users.makeOperator(user("iris", "Iris Lindqvist").id());
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
