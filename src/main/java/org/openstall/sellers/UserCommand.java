package org.openstall.sellers;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Accounts;
import org.openstall.identity.Registration;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How people come to operate a marketplace or to sell in it, and what to do about a forgotten password. */
@Command(
        name = "user",
        description =
                "Make an account, say what its owner may do, or give it a new password. Whoever is signed in by it "
                        + "signs in anew.")
class UserCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 80;
    private static final int MADE_UP_LENGTH = 16;

    /** Without those that look alike. */
    private static final String MADE_UP_OF = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Users users;
    private final Accounts accounts;
    private final Sellers sellers;
    private final Marketplaces marketplaces;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EMAIL", description = "Whose account.")
    private String email;

    @Option(names = "--name", paramLabel = "NAME", description = "His name, if there is no such account yet.")
    private @Nullable String name;

    @Option(
            names = "--password",
            description =
                    "Ask for a password, or read it from standard input. Without it a new account gets one made up, "
                            + "which is told once.")
    private boolean password;

    @Option(names = "--operator", negatable = true, description = "He operates the marketplace, or does no longer.")
    private @Nullable Boolean operator;

    @Option(names = "--seller", paramLabel = "ID", description = "He works for this seller from now on.")
    private @Nullable String seller;

    @Option(names = "--no-seller", description = "He works for no seller any more.")
    private boolean noSeller;

    @Option(
            names = "--open",
            paramLabel = "NAME",
            description = "Open a seller's business of that name, for which he works.")
    private @Nullable String open;

    @Option(names = "--country", paramLabel = "CC", description = "In whose marketplace the business opens.")
    private @Nullable String country;

    @Option(names = "--place", paramLabel = "PLACE", description = "City and region as shown in the shop.")
    private String place = "";

    UserCommand(Users users, Accounts accounts, Sellers sellers, Marketplaces marketplaces, Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.sellers = sellers;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<User> known = users.findByEmail(email);
        if (known.isEmpty() && name == null) {
            throw new CannotGoOn("There is no account " + email + "; to make one, say its owner's name by --name.");
        }
        Supplier<@Nullable SellerId> business = business(known);
        User user = known.isPresent() ? renewed(known.get()) : registered(Objects.requireNonNull(name));
        if (operator != null) {
            accounts.setOperator(user.id(), operator);
        }
        if (seller != null || open != null || noSeller) {
            accounts.setSeller(user.id(), business.get());
        }
        tell(users.find(user.id()).orElseThrow());
        return 0;
    }

    /** Finds out for whom he is to work, or why that cannot be, before anything is written. */
    private Supplier<@Nullable SellerId> business(Optional<User> user) {
        if (Stream.of(seller != null, noSeller, open != null).filter(it -> it).count() > 1) {
            throw new ParameterException(spec.commandLine(), "Say only one of --seller, --no-seller and --open.");
        }
        if (seller != null) {
            SellerId existing = existing(seller);
            return () -> existing;
        }
        if (open == null) {
            return () -> null;
        }
        user.map(User::seller).ifPresent(it -> {
            throw new CannotGoOn(email + " works for " + told(it) + " already; --no-seller ends that.");
        });
        String shop = open.strip();
        if (shop.isEmpty() || shop.length() > LONGEST_NAME) {
            throw new CannotGoOn("A business needs a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (place.strip().length() > LONGEST_NAME) {
            throw new CannotGoOn("A place has at most " + LONGEST_NAME + " characters.");
        }
        Marketplace marketplace = Optional.ofNullable(country)
                .flatMap(marketplaces::find)
                .orElseThrow(() -> new CannotGoOn("Say by --country in whose marketplace the business opens: "
                        + marketplaces.all().stream().map(Marketplace::country).collect(Collectors.joining(", "))
                        + "."));
        return () -> sellers.open(NewSeller.newcomer(shop, place.strip(), marketplace.id(), clock.instant()));
    }

    private SellerId existing(String text) {
        if (!SellerId.isValid(text)) {
            throw new CannotGoOn(text + " is no seller's id; the operator's pages show it beside the name.");
        }
        return sellers.find(new SellerId(text))
                .map(Seller::id)
                .orElseThrow(() -> new CannotGoOn("There is no seller " + text + "."));
    }

    private User registered(String owner) {
        String secret = password ? asked() : madeUp();
        return switch (users.register(email, owner, secret)) {
            case Registration.Refused refused -> throw new CannotGoOn(sentence(refused.reason()));
            case Registration.Registered registered -> {
                say("New account " + registered.user().email() + (password ? "" : ", password " + secret));
                yield registered.user();
            }
        };
    }

    private User renewed(User user) {
        if (password) {
            accounts.setPassword(user, asked()).ifPresent(refusal -> {
                throw new CannotGoOn(sentence(refusal));
            });
            say("New password for " + user.email());
        }
        return user;
    }

    private static String asked() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("Password: ");
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String madeUp() {
        SecureRandom random = new SecureRandom();
        return random.ints(MADE_UP_LENGTH, 0, MADE_UP_OF.length())
                .mapToObj(it -> MADE_UP_OF.substring(it, it + 1))
                .collect(Collectors.joining());
    }

    private static String sentence(Registration.Reason reason) {
        return switch (reason) {
            case EMAIL_TAKEN -> "Somebody has made an account with this e-mail just now; run the command again.";
            case EMAIL_INVALID -> "That is no e-mail address.";
            case NAME_MISSING -> "A name has 1 to " + LONGEST_NAME + " characters.";
            case PASSWORD_WEAK ->
                "A password has at least 10 characters, five of them different, and is not the name or e-mail.";
            case PASSWORD_TOO_LONG -> "A password has at most 72 bytes.";
        };
    }

    private void tell(User user) {
        List<String> roles = new ArrayList<>();
        if (user.operator()) {
            roles.add("operates the marketplace");
        }
        if (user.seller() != null) {
            roles.add("works for " + told(user.seller()));
        }
        say(user.name() + " <" + user.email() + "> " + (roles.isEmpty() ? "buys" : String.join(" and ", roles)));
    }

    private String told(SellerId id) {
        return sellers.get(id).name() + " (" + id + ")";
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
