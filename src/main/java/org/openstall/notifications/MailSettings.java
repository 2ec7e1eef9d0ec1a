package org.openstall.notifications;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.pages.Language;
import org.springframework.stereotype.Service;

/** What sellers have chosen about their mail. */
@Service
public class MailSettings {
    public static final int MOST_ADDRESSES = 5;

    /** How long a node may go on with what another node has changed. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final MailSettingStore store;
    private final MailStore mails;
    private final Users users;
    private final Marketplaces marketplaces;
    private final Clock clock;
    private final LoadingCache<Key, SellerMail> remembered = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(FRESHNESS)
            .build(this::read);

    private record Key(SellerId seller, MarketplaceId marketplace) {}

    MailSettings(MailSettingStore store, MailStore mails, Users users, Marketplaces marketplaces, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.users = users;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    /**
     * What a seller has chosen; until then all mail goes to everybody who works for him. As of some seconds ago at the
     * longest, where somebody else has joined or another node was asked.
     */
    public SellerMail of(SellerId seller, MarketplaceId marketplace) {
        return remembered.get(new Key(seller, marketplace));
    }

    private SellerMail read(Key key) {
        return store.find(key.seller()).orElseGet(() -> {
            List<User> people =
                    users.of(key.seller()).stream().limit(MOST_ADDRESSES).toList();
            Locale local = marketplaces.get(key.marketplace()).language();
            return new SellerMail(
                    people.stream().map(User::email).toList(),
                    people.isEmpty()
                            ? Language.of(null, local)
                            : Language.of(people.getFirst().language(), local),
                    Set.copyOf(MailKind.toSellers()),
                    false);
        });
    }

    /** What is wrong with an address, or nothing if the choice is kept. */
    public Optional<Refusal> choose(SellerId seller, List<String> typed, Language language, Set<MailKind> wanted) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String each : typed) {
            String address = each.strip();
            if (!address.isEmpty()) {
                if (!Users.isAddress(address)) {
                    return Optional.of(new Refusal(Problem.NOT_AN_ADDRESS, address));
                }
                addresses.add(address.toLowerCase(Locale.ROOT));
            }
        }
        if (addresses.size() > MOST_ADDRESSES) {
            return Optional.of(new Refusal(Problem.TOO_MANY, ""));
        }
        if (addresses.isEmpty() && !wanted.isEmpty()) {
            return Optional.of(new Refusal(Problem.NO_ADDRESS, ""));
        }
        store.save(seller, new SellerMail(List.copyOf(addresses), language, wanted, true), clock.instant());
        mails.forgetBouncesBut(Mailbox.of(seller), List.copyOf(addresses));
        marketplaces.all().forEach(it -> remembered.invalidate(new Key(seller, it.id())));
        return Optional.empty();
    }

    /** The addresses of a seller to which mail could not be delivered of late. */
    public List<Bounce> bounces(SellerId seller) {
        return mails.bounces(Mailbox.of(seller));
    }

    /** What keeps a choice of addresses from being kept; {@code address} is the one meant, if it is about one. */
    public record Refusal(Problem problem, String address) {}

    /** What can be wrong with addresses. */
    public enum Problem {
        NOT_AN_ADDRESS,
        TOO_MANY,
        NO_ADDRESS
    }
}
