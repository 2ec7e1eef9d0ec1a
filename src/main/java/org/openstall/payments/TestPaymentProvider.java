package org.openstall.payments;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.openstall.kernel.Money;

/**
 * The built-in provider, which moves no money: every card with a valid number is good, except the two numbers
 * that card schemes reserve for trying a refusal. It needs no memory, so it survives any crash.
 */
final class TestPaymentProvider implements PaymentProvider {
    static final String DECLINED = "4000000000000002";
    static final String INSUFFICIENT_FUNDS = "4000000000009995";

    private final Clock clock;

    TestPaymentProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(String idempotencyKey, Money amount, Card card) {
        if (!hasCheckDigit(card.number())) {
            return new AuthorizationResult.Declined(AuthorizationResult.Reason.NUMBER_INVALID);
        }
        if (card.expires().isBefore(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)))) {
            return new AuthorizationResult.Declined(AuthorizationResult.Reason.EXPIRED);
        }
        return switch (card.number()) {
            case DECLINED -> new AuthorizationResult.Declined(AuthorizationResult.Reason.DECLINED);
            case INSUFFICIENT_FUNDS -> new AuthorizationResult.Declined(AuthorizationResult.Reason.INSUFFICIENT_FUNDS);
            default -> new AuthorizationResult.Authorized("test-" + idempotencyKey, card.label());
        };
    }

    /** The Luhn check of ISO/IEC 7812. */
    private static boolean hasCheckDigit(String number) {
        if (!number.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    @Override
    public void capture(String idempotencyKey, String reference, Money amount) {}

    @Override
    public void release(String reference) {}
}
