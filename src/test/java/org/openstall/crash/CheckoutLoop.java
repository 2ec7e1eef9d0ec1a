package org.openstall.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openstall.MarketFixture;
import org.openstall.Openstall;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Carts;
import org.openstall.ordering.Checkout;
import org.openstall.ordering.CheckoutResult;
import org.openstall.ordering.Checkouts;
import org.openstall.ordering.Deliveries;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A program of its own, to be killed: buyers check out one unit at a time, for ever, and it writes down what it is
 * about to do and what it was told. Given lines "buyer checkout" it sends exactly those checkouts again and ends.
 */
final class CheckoutLoop {
    private final Carts carts;
    private final Checkouts checkouts;
    private final Deliveries deliveries;
    private final Marketplaces marketplaces;
    private final Offer offer;

    private CheckoutLoop(ConfigurableApplicationContext program, OfferKey key) {
        this.carts = program.getBean(Carts.class);
        this.checkouts = program.getBean(Checkouts.class);
        this.deliveries = program.getBean(Deliveries.class);
        this.marketplaces = program.getBean(Marketplaces.class);
        this.offer = program.getBean(Offers.class).find(key).orElseThrow();
    }

    /** @param args the seller, the SKU, {@code loop} or {@code again}, then settings of the program */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Openstall.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setDefaultProperties(
                Map.of("openstall.timers.enabled", "false", "openstall.postgresql.shared", "true"));
        try (ConfigurableApplicationContext program =
                application.run(List.of(args).subList(3, args.length).toArray(String[]::new))) {
            MarketplaceId us = Marketplaces.US;
            CheckoutLoop loop = new CheckoutLoop(program, new OfferKey(new SellerId(args[0]), us, new Sku(args[1])));
            if (args[2].equals("loop")) {
                loop.goOnForEver();
            } else {
                loop.again();
            }
        }
    }

    private void goOnForEver() {
        try (ExecutorService buyers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                buyers.execute(() -> {
                    while (true) {
                        UUID buyer = UUID.randomUUID();
                        UUID checkout = UUID.randomUUID();
                        carts.add(new BuyerId(buyer), offer.key(), 1);
                        say("begin " + buyer + " " + checkout);
                        place(buyer, checkout);
                    }
                });
            }
        }
    }

    private void again() {
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
        while (lines.hasNext()) {
            place(UUID.fromString(lines.next()), UUID.fromString(lines.next()));
        }
    }

    private void place(UUID buyer, UUID checkout) {
        CheckoutResult result = checkouts.place(new Checkout(
                checkout,
                new BuyerId(buyer),
                "Anybody",
                Marketplaces.US,
                List.of(new Take(offer.key(), 1, offer.price())),
                deliveries.cheapest(
                        marketplaces.get(Marketplaces.US),
                        MarketFixture.address("Anybody"),
                        List.of(new Take(offer.key(), 1, offer.price()))),
                MarketFixture.address("Anybody"),
                MarketFixture.GOOD_CARD));
        say(
                result instanceof CheckoutResult.Placed placed
                        ? "placed " + checkout + " " + placed.orders().getFirst()
                        : "refused " + checkout + " " + result);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
